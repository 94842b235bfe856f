#pragma once

// An exit and the news after it. Pure.

#include <optional>
#include <string>
#include <vector>

#include "features/cohorts/cohorts.h"
#include "features/outcomes/situation.h"
#include "platform/files/files.h"

namespace fabnum::outcomes {

using ExitId = Id<struct ExitTag>;
using NewsId = Id<struct NewsTag>;

struct Exit {
    ExitId id = {};
    cohorts::CohortId cohort = {};
    PersonId person = {};
    SiteId site = {};
    Day left = {};
    bool early = false;  // before the end of the cohort
    Reason reason = Reason::Term;
    Situation situation = Situation::NotKnown;
    std::optional<Field> field = {};
    Proof proof = Proof::None;
    files::FileId file = {};
};

struct DoneTask {
    Task task = {};
    Day on = {};
};
// A task of an exit: by when, and since when it is done.
struct Todo {
    Task task = {};
    Day due = {};
    std::optional<Day> done = {};
};
std::vector<Todo> todos(const Exit& exit, const std::vector<DoneTask>& done);

// How somebody is, some months after.
struct News {
    NewsId id = {};
    ExitId exit = {};
    int months = 6;
    Day due = {};
    std::optional<Day> answered = {};  // or given up, with `missing`
    bool by_self = false;
    std::optional<Situation> situation = {};
    std::optional<Field> field = {};
    std::optional<Proof> proof = {};
    std::optional<Missing> missing = {};
};
enum class Standing { Coming, Due, Late, Answered, Missing };
inline constexpr std::pair<std::string_view, Standing> standings[] = {{"due", Standing::Due},
                                                                      {"late", Standing::Late},
                                                                      {"answered", Standing::Answered},
                                                                      {"missing", Standing::Missing},
                                                                      {"coming", Standing::Coming}};
// Due from two weeks before the day, late from four weeks after it.
inline constexpr int opens_before = 14, late_after = 28;
Standing standing_of(const News& news, Day today);

struct Try {
    Instant at = {};
    Channel channel = Channel::Sms;
    Reply reply = Reply::Sent;
    PersonId by = {};
};

// The same day so many months later; the last of the month where there is no such day.
Day months_after(Day day, int months);

}  // namespace fabnum::outcomes
