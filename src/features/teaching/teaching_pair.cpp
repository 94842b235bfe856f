#include "features/teaching/teaching_pair.h"

#include <algorithm>

#include "platform/i18n/i18n.h"

namespace fabnum::teaching {

namespace {

constexpr std::size_t least_shared = 4;  // letters that must be the same

bool holds(const std::string& text, const std::string& words) {
    if (words.size() < least_shared) return false;
    return (" " + text + " ").find(" " + words + " ") != std::string::npos;
}

unsigned doer_of(const Pair& pair, const Actor& actor) {
    if (!pair.is_theirs(actor.person)) return is_staff(actor) && reaches(actor, pair.site) ? Team : 0u;
    return actor.person == pair.asked_by ? Either : unsigned{Either} | unsigned{Asked};
}

bool met(const std::vector<Pair>& pairs, const Wish& show, const Wish& learn) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const Pair& one) {
        return one.state != PairState::Dropped && one.shows == show.person && one.learns == learn.person &&
               (is_same(one.subject, show.subject) || is_same(one.subject, learn.subject));
    });
}

}  // namespace

bool is_same(const Subject& a, const Subject& b) {
    if (a.activity || b.activity) return a.activity == b.activity;
    const std::string one = i18n::search_key(a.topic), two = i18n::search_key(b.topic);
    return !one.empty() && (one == two || holds(one, two) || holds(two, one));
}

Result<PairState> after(const Pair& pair, PairStep step, const Actor& actor) {
    const unsigned doer = doer_of(pair, actor);
    for (const PairTransition& one : pair_life) {
        if (one.from != pair.state || one.step != step || (one.doers & doer) == 0) continue;
        if (step == PairStep::Confirm && !pair.has_confirmed(pair.other_than(actor.person)))
            return PairState::Agreed;
        return one.to;
    }
    return Refusal{"teaching.moved_meanwhile"};
}

std::vector<Proposal> proposals_for(PersonId me, const std::vector<Wish>& wishes,
                                    const std::vector<Pair>& pairs,
                                    const std::vector<PersonId>& same_mission) {
    std::vector<Proposal> all;
    for (const Wish& mine : wishes) {
        if (mine.person != me) continue;
        for (const Wish& theirs : wishes) {
            if (theirs.person == me || theirs.side == mine.side || !is_same(mine.subject, theirs.subject))
                continue;
            const Wish& show = mine.side == Side::Show ? mine : theirs;
            const Wish& learn = mine.side == Side::Show ? theirs : mine;
            if (met(pairs, show, learn)) continue;
            const bool together =
                std::find(same_mission.begin(), same_mission.end(), theirs.person) != same_mission.end();
            all.push_back({show, learn, together});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Proposal& a, const Proposal& b) { return a.learn.said < b.learn.said; });
    return all;
}

}  // namespace fabnum::teaching
