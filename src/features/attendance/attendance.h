#pragma once

// Presence: who was there, half-day by half-day, proved by signatures that form a chain. Nothing said here is
// ever changed: a correction is a new line, with who and why.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/attendance/catch_up.h"
#include "features/attendance/chain.h"
#include "features/attendance/mark.h"
#include "features/attendance/proof.h"
#include "features/people/people.h"
#include "features/timetable/timetable.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::attendance {

// "I will be late", "I cannot come": said by the young person, seen by the team.
enum class NoticeKind { Late, Absent };
inline constexpr std::pair<std::string_view, NoticeKind> notice_kinds[] = {{"late", NoticeKind::Late},
                                                                           {"absent", NoticeKind::Absent}};
using NoticeId = Id<struct NoticeTag>;
struct Notice {
    NoticeId id;
    PersonId person;
    cohorts::CohortId cohort = {};
    Day day;
    NoticeKind kind = NoticeKind::Late;
    std::optional<int> minutes;  // late by
    std::string words;
    Instant at;
    PersonId seen_by;
};

struct Signature {
    std::int64_t seq = 0;
    Signer role = Signer::Participant;
    PersonId person;
    std::string name;
    Day day;
    Half half = Half::Morning;
    std::string covers, method;
    Instant at;
    PersonId witness;  // who entered or saw it, when not the signer
    files::FileId drawing;
};

// One line of the sheet of a half-day.
struct Line {
    people::Face face;
    std::optional<Mark> mark;
    std::optional<Notice> notice;
    std::optional<Signature> signature;
    bool signed_before_correction = false;
};
struct Sheet {
    cohorts::Cohort cohort;
    Day day;
    Half half = Half::Morning;
    Planned planned;
    std::vector<timetable::Session> sessions;
    std::vector<Line> lines;            // by first name: the cohort, or who comes to make up for hours
    std::vector<Signature> trainers;    // who signed for the team
    std::optional<std::string> covers;  // what a trainer would sign now; none while somebody has no mark
    bool trainers_are_current = false;

    int here() const;
};

// Reading.
Planned planned_of(const sql::Reader& db, cohorts::CohortId cohort, Day day, Half half);
// The same, or what this person comes to make up for when their cohort does not come.
Planned planned_for(const sql::Reader& db, cohorts::CohortId cohort, PersonId person, Day day, Half half);
Sheet sheet(const sql::Reader& db, const cohorts::Cohort& cohort, Day day, Half half);
std::vector<Mark> history(const sql::Reader& db, PersonId person, Day day, Half half);
std::vector<Mark> marks_of(const sql::Reader& db, PersonId person, Day from, Day to);
std::vector<Mark> marks_in(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
std::vector<Notice> notices_of(const sql::Reader& db, PersonId person, Day from, Day to);
// Hours that somebody comes to make up for, in the order of time.
std::vector<CatchUp> catch_ups_of(const sql::Reader& db, PersonId person, Day from, Day to);
// Half-days of the last week where they were there and have not signed yet, the latest first.
std::vector<Mark> unsigned_of(const sql::Reader& db, PersonId person, Day today);

// What calls for somebody, as a list, never as a judgement: the same fact for everybody (BR14, ux 4.4).
enum class Worry { Late20, SecondAbsence, ShortWeek, NoNews };
inline constexpr std::pair<std::string_view, Worry> worries[] = {{"late", Worry::Late20},
                                                                 {"second_absence", Worry::SecondAbsence},
                                                                 {"short_week", Worry::ShortWeek},
                                                                 {"no_news", Worry::NoNews}};
struct Alert {
    Worry worry = Worry::Late20;
    people::Face face;
    int figure = 0;  // minutes late, absences, minutes missing, days
};
std::vector<Alert> alerts(const sql::Reader& db, const cohorts::Cohort& cohort, Day today, int minute);

// Writing. Staff of the site; whoever marks says for which half-day, and why when it corrects another day.
struct NewMark {
    PersonId person;
    cohorts::CohortId cohort;
    Day day;
    Half half = Half::Morning;
    Code code = Code::Present;
    std::optional<int> arrived = {}, gone = {};
    Method method = Method::Staff;
    std::string reason = {};
    std::optional<Instant> tablet_at = {};
};
Result<Done> mark(sql::Database& database, const Act& act, const NewMark& mark, Day today);
Result<int> mark_the_others_present(sql::Database& database, const Act& act, cohorts::CohortId cohort,
                                    Day day, Half half, Method method);
// At the door, in the transaction of whoever notes it: arrival or leaving, once each.
Result<Done> mark_at_the_door(const sql::Writer& db, const Act& act, const NewMark& mark, bool leaving,
                              int minute);
Result<Done> agree_on_catch_up(sql::Database& database, const Act& act, const CatchUp& wanted, Day today);
Result<Done> call_off_catch_up(sql::Database& database, const Act& act, CatchUpId id);
Result<Done> say_beforehand(sql::Database& database, const Act& act, const Notice& notice, Day today);
Result<Done> see_notice(sql::Database& database, const Act& act, NoticeId id);

// Signs for a half-day. Participants for themselves, from their phone or the team's tablet; staff for the
// sheet.
struct NewSignature {
    PersonId person;
    cohorts::CohortId cohort;
    Day day;
    Half half = Half::Morning;
    std::string method;  // "pin", "drawn", "badge", "paper"
    std::optional<files::Cabinet::Checked> drawing = {};
};
Result<Done> sign(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                  const NewSignature& signature);
// A paper sheet, signed in ink, entered by the team: all who were there.
Result<int> enter_paper(sql::Database& database, const Act& act, cohorts::CohortId cohort, Day day, Half half,
                        const std::vector<PersonId>& signed_by);

// The whole chain of the house, for `fabnum check`; and the export of one cohort's month.
Finding verify(const sql::Reader& db);
std::string proof_of(const sql::Reader& db, const cohorts::Cohort& cohort, std::string_view site_name,
                     Day month, Instant now);

}  // namespace fabnum::attendance
