#pragma once

// What is said of somebody's half-day: there, late, absent and why. Pure.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "features/cohorts/cohorts.h"
#include "features/timetable/timetable.h"

namespace fabnum::attendance {

using cohorts::Half;

enum class Code {
    Present,
    PresentLate,
    LeftEarly,
    Excused,
    SickCertified,
    Leave,
    PublicHoliday,
    TrainingOutside,
    AppointmentMl,
    Unexcused,
    SiteClosed
};
inline constexpr std::pair<std::string_view, Code> codes[] = {{"present", Code::Present},
                                                              {"present_late", Code::PresentLate},
                                                              {"left_early", Code::LeftEarly},
                                                              {"excused", Code::Excused},
                                                              {"sick_certified", Code::SickCertified},
                                                              {"leave", Code::Leave},
                                                              {"public_holiday", Code::PublicHoliday},
                                                              {"training_outside", Code::TrainingOutside},
                                                              {"appointment_ml", Code::AppointmentMl},
                                                              {"unexcused", Code::Unexcused},
                                                              {"site_closed", Code::SiteClosed}};

// What a code does with the hours of the half-day.
enum class Hours {
    Done,    // all of them, less what was missed at each end
    NotDue,  // nobody owed them
    Missed,
};
struct CodeRule {
    Code code;
    Hours hours;
    bool here;            // in the room: signs the sheet
    bool shown_to_ml;     // said on the monthly statement, with its reason
    bool starts_alert;    // twice in a month calls for a talk
    std::string_view ml;  // the word of the mission locale's own list: a key under attendance.ml
};
inline constexpr CodeRule code_rules[] = {
    {Code::Present, Hours::Done, true, false, false, "present"},
    {Code::PresentLate, Hours::Done, true, true, false, "late"},
    {Code::LeftEarly, Hours::Done, true, true, false, "late"},
    {Code::Excused, Hours::Missed, false, true, true, "justified"},
    {Code::SickCertified, Hours::NotDue, false, true, false, "sick"},
    {Code::Leave, Hours::NotDue, false, true, false, "leave"},
    {Code::PublicHoliday, Hours::NotDue, false, false, false, "closed"},
    {Code::TrainingOutside, Hours::Done, false, true, false, "training"},
    {Code::AppointmentMl, Hours::Done, false, true, false, "appointment"},
    {Code::Unexcused, Hours::Missed, false, true, true, "unjustified"},
    {Code::SiteClosed, Hours::NotDue, false, false, false, "closed"},
};
consteval bool every_code_has_its_rule() {
    for (std::size_t i = 0; i < std::size(codes); ++i)
        if (code_rules[i].code != codes[i].second) return false;
    return std::size(codes) == std::size(code_rules);
}
static_assert(every_code_has_its_rule(), "a code of presence has no rule, or the rules are in another order");
constexpr const CodeRule& rule_of(Code code) {
    return code_rules[static_cast<std::size_t>(code)];
}
constexpr bool is_here(Code code) {
    return rule_of(code).here;
}
std::string_view word_of(Code code);

enum class Method { Staff, Badge, Pin, Paper };
inline constexpr std::pair<std::string_view, Method> methods[] = {
    {"staff", Method::Staff}, {"badge", Method::Badge}, {"pin", Method::Pin}, {"paper", Method::Paper}};

// What was planned for a cohort in one half-day.
struct Planned {
    int starts = 0, ends = 0;  // minutes of the day
    int minutes = 0;           // 0: nothing is planned
    bool owed = true;          // not owed: hours that somebody comes to make up for
    explicit operator bool() const { return minutes > 0; }
};
// From the sessions of that day; without any, from the week of the cohort unless it is closed.
Planned planned_in(const std::vector<timetable::Session>& sessions, const cohorts::Programme& programme,
                   Day day, Half half);

// Minutes that count: with nothing known about the arrival or the end, all of them.
int minutes_done(Code code, const Planned& planned, std::optional<int> arrived, std::optional<int> gone);

inline constexpr int tolerated_late = 10;  // minutes after the start that are still "present"
inline constexpr int worrying_late = 20;   // minutes after the start when somebody asks "is all well?"
Code code_of_arrival(const Planned& planned, int arrived);

using MarkId = Id<struct MarkTag>;
struct Mark {
    MarkId id;
    PersonId person;
    cohorts::CohortId cohort;
    SiteId site;
    Day day;
    Half half = Half::Morning;
    Code code = Code::Present;
    int due = 0, done = 0;             // minutes
    std::optional<int> arrived, gone;  // minutes of the day
    Method method = Method::Staff;
    std::string reason;  // of a correction
    PersonId by;         // none: themselves, at the door
    Instant at;
    std::optional<Instant> tablet_at;  // when its clock differs from ours
};

// Hours of somebody from a day to a day.
struct Tally {
    int due = 0, done = 0;  // minutes
    int absences = 0;       // half-days missed
    Tally& operator+=(const Tally& other);
};
Tally tally_of(const std::vector<Mark>& marks);

}  // namespace fabnum::attendance
