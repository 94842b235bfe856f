#pragma once

// An engagement (engagement de service civique): one young person, lent by an approved employer to a host,
// from a day to a day. Pay is never computed here. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "base/result.h"
#include "base/words.h"
#include "features/partners/partners.h"
#include "features/people/people.h"
#include "platform/files/files.h"

namespace fabnum::volunteering {

using EngagementId = Id<struct EngagementTag>;
using AgreementId = Id<struct AgreementTag>;

// The convention by which an approved employer lends volunteers to a host that is not approved itself.
struct Agreement {
    AgreementId id = {};
    SiteId site = {};
    partners::OrganisationId employer = {}, host = {};
    std::string number;  // of the approval
    Day from, to;        // of the approval
    int quota = 1;       // volunteers lent at the same time, at most
    std::optional<Day> signed_on = {};
    std::string mission, place, benefits, insurance;
};

// Amounts and limits that hold on a day (the room parameters keeps them).
struct Limits {
    int min_months = 6, max_months = 12;
    int min_week = 24, max_week = 48, minor_week = 35, minor_day = 7;  // hours
    int minor_break_after = 270, minor_break = 30;                     // minutes
    int leave_month = 2, minor_extra_leave_month = 1;                  // days; to verify
    int notice_months = 1, attestation_months = 6;
    int agreement_years = 3;
};

enum class Amended { EndsOn, WeeklyHours };
inline constexpr std::pair<std::string_view, Amended> amendable[] = {{"ends_on", Amended::EndsOn},
                                                                     {"weekly_hours", Amended::WeeklyHours}};
// A new line each time: nothing signed is overwritten.
struct Amendment {
    Amended what = Amended::EndsOn;
    std::string value;  // "2027-05-07", "28"
    Day from;
    std::string reason;
};

enum class EndedBy { Volunteer, Host, Both };
inline constexpr std::pair<std::string_view, EndedBy> enders[] = {
    {"volunteer", EndedBy::Volunteer}, {"host", EndedBy::Host}, {"both", EndedBy::Both}};

enum class EndReason {
    LongJob,
    Job,
    Studies,
    Agreement,
    Abandonment,
    Fault,
    ForceMajeure,
    Health,
    Move,
    HostClosed
};

struct Ending {
    Day on;
    EndReason reason = EndReason::Agreement;
    EndedBy by = EndedBy::Both;
    Day notified;
};

struct Engagement {
    EngagementId id = {};
    PersonId person = {};
    SiteId site = {};
    AgreementId agreement = {};
    Day starts, ends;  // as signed; amendments come on top (in_force)
    int weekly_hours = 24;
    bool disabled = false;  // until 30 instead of 25
    bool cej = false;       // Contrat d'engagement jeune: its allowance pauses during the mission
    std::optional<Day> cej_signed = {};
    partners::ContactId employer_tutor = {};
    PersonId host_tutor = {};
    std::string home_address;
    std::string elisa;  // its number in ELISA
    std::optional<Ending> ending = {};

    Day last_day() const { return ending ? ending->on : ends; }
    bool runs_on(Day day) const { return starts <= day && day <= last_day(); }
};

struct Authorisation {
    std::string guardian, phone;
    Day signed_on;
    files::FileId file = {};
};

enum class AbsenceKind { Leave, Sick };
inline constexpr std::pair<std::string_view, AbsenceKind> absence_kinds[] = {{"leave", AbsenceKind::Leave},
                                                                             {"sick", AbsenceKind::Sick}};
struct Absence {
    Id<struct AbsenceTag> id = {};
    AbsenceKind kind = AbsenceKind::Leave;
    Day from, to;
    int days = 0;            // working days
    bool certified = false;  // a doctor's paper was seen; it is not kept
};

// The engagement with its amendments applied, as it stands on that day.
Engagement in_force(Engagement engagement, const std::vector<Amendment>& amendments, Day day);
// Whole months of the engagement until its last day: from 1 October to 31 March are six.
int months_of(Day starts, Day ends);

// What forbids an engagement: dates, age, hours, the agreement. Nothing when it may be signed.
std::vector<Refusal> objections(const Engagement& engagement, const Agreement& agreement,
                                std::optional<Day> birth_day, const Limits& limits);
// What forbids an agreement.
std::vector<Refusal> objections(const Agreement& agreement, const Limits& limits);

// What is not there yet. Some of it must be before the first day.
enum class Missing {
    BirthDay,
    HostTutor,
    EmployerTutor,
    Authorisation,
    HomeAddress,
    Elisa,
    CejSignature,
    AgreementSigned
};
struct Need {
    Missing what;
    std::string_view word;
    bool blocks_start;
};
inline constexpr Need needs[] = {
    {Missing::BirthDay, "birth_day", true},
    {Missing::HostTutor, "host_tutor", true},
    {Missing::EmployerTutor, "employer_tutor", true},
    {Missing::Authorisation, "authorisation", true},
    {Missing::CejSignature, "cej_signature", true},
    {Missing::HomeAddress, "home_address", false},
    {Missing::Elisa, "elisa", false},
    {Missing::AgreementSigned, "agreement_signed", false},
};
std::vector<Need> missing_of(const Engagement& engagement, const Agreement& agreement,
                             std::optional<Day> birth_day, bool authorised);

// Leave: so many days for each whole month, one more while the person is a minor.
struct Leave {
    int earned = 0;  // until today
    int in_all = 0;  // over the whole engagement
    int taken = 0;   // and booked
    int left() const { return in_all - taken; }
};
Leave leave_of(const Engagement& engagement, const std::vector<Absence>& absences,
               std::optional<Day> birth_day, const Limits& limits, Day today);

}  // namespace fabnum::volunteering
