#pragma once

// Peer teaching: what somebody can show, what somebody wants to learn, and the life of a pair. Nobody is
// compared with anybody: who has waited longest comes first. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "features/projects/projects.h"
#include "platform/files/files.h"

namespace fabnum::teaching {

using WishId = Id<struct WishTag>;
using PairId = Id<struct PairTag>;

// An activity of missions, or their own words.
struct Subject {
    std::optional<projects::Activity> activity = {};
    std::string topic = {};
};
// The same activity; or words that say the same: case and accents aside, one inside the other.
bool is_same(const Subject& a, const Subject& b);

enum class Side { Show, Learn };
inline constexpr std::pair<std::string_view, Side> sides[] = {{"show", Side::Show}, {"learn", Side::Learn}};
constexpr Side other(Side side) {
    return side == Side::Show ? Side::Learn : Side::Show;
}

struct Wish {
    WishId id = {};
    PersonId person = {};
    SiteId site = {};
    Side side = Side::Learn;
    Subject subject = {};
    Instant said = {};
};

enum class PairState { Asked, Agreed, Done, Dropped };
inline constexpr std::pair<std::string_view, PairState> pair_states[] = {{"asked", PairState::Asked},
                                                                         {"agreed", PairState::Agreed},
                                                                         {"done", PairState::Done},
                                                                         {"dropped", PairState::Dropped}};

struct Pair {
    PairId id = {};
    SiteId site = {};
    PersonId shows = {}, learns = {};
    Subject subject = {};
    PairState state = PairState::Asked;
    PersonId asked_by = {};
    Instant asked_at = {};
    std::optional<Day> on = {};  // agreed
    std::string told = {};       // what they made of it, in a line
    files::FileId photo = {};
    std::optional<Instant> shown_at = {}, learned_at = {};  // who confirmed, and when

    bool is_theirs(PersonId person) const { return person == shows || person == learns; }
    PersonId other_than(PersonId person) const { return person == shows ? learns : shows; }
    bool has_confirmed(PersonId person) const {
        return person == shows ? shown_at.has_value() : learned_at.has_value();
    }
};

enum class PairStep { Agree, Confirm, Drop };
// Who may take a step: the one who was asked, either of them, or the team too.
enum PairDoer : unsigned { Asked = 1, Either = 2, Team = 4 };
struct PairTransition {
    PairState from;
    PairStep step;
    PairState to;
    unsigned doers;
};
// A confirmation leads to Done once both have confirmed.
inline constexpr PairTransition pair_life[] = {
    {PairState::Asked, PairStep::Agree, PairState::Agreed, Asked},
    {PairState::Asked, PairStep::Drop, PairState::Dropped, Asked | Either | Team},
    {PairState::Agreed, PairStep::Agree, PairState::Agreed, Asked | Either},  // another day
    {PairState::Agreed, PairStep::Confirm, PairState::Done, Asked | Either},
    {PairState::Agreed, PairStep::Drop, PairState::Dropped, Asked | Either | Team},
};
constexpr bool is_open(PairState state) {
    return state == PairState::Asked || state == PairState::Agreed;
}
// Where the step leads; teaching.moved_meanwhile when it leads nowhere for them.
Result<PairState> after(const Pair& pair, PairStep step, const Actor& actor);

// Two who could meet, and why.
struct Proposal {
    Wish show = {}, learn = {};
    bool same_mission = false;
};
// Those that `me` could begin, who waits longest first: no pair under way or done between the two about it.
std::vector<Proposal> proposals_for(PersonId me, const std::vector<Wish>& wishes,
                                    const std::vector<Pair>& pairs,
                                    const std::vector<PersonId>& same_mission);

}  // namespace fabnum::teaching
