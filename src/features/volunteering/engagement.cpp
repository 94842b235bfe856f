#include "features/volunteering/engagement.h"

#include <charconv>

#include "engine/calendar/holidays.h"

namespace fabnum::volunteering {

using calendar::age_on;
using calendar::months_after;

namespace {

constexpr int youngest = 16, majority = 18;

int whole(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

std::string text_of(int number) {
    return std::to_string(number);
}

}  // namespace

Engagement in_force(Engagement engagement, const std::vector<Amendment>& amendments, Day day) {
    for (const Amendment& one : amendments) {
        // A new end holds as soon as it is signed; other hours from their day on.
        if (one.what == Amended::EndsOn) engagement.ends = day_from_iso(one.value).value_or(engagement.ends);
        if (one.what == Amended::WeeklyHours && one.from <= day) engagement.weekly_hours = whole(one.value);
    }
    return engagement;
}

int months_of(Day starts, Day ends) {
    int months = 0;
    while (months_after(starts, months + 1) <= ends + 1) ++months;
    return months;
}

std::vector<Refusal> objections(const Engagement& e, const Agreement& agreement, std::optional<Day> birth_day,
                                const Limits& limits) {
    std::vector<Refusal> against;
    if (e.ends <= e.starts) {
        against.push_back({"volunteering.problem.backwards"});
        return against;
    }
    if (months_of(e.starts, e.ends) < limits.min_months)
        against.push_back({"volunteering.problem.too_short", {{"months", text_of(limits.min_months)}}});
    if (e.ends >= months_after(e.starts, limits.max_months))
        against.push_back({"volunteering.problem.too_long", {{"months", text_of(limits.max_months)}}});
    if (e.weekly_hours < limits.min_week || e.weekly_hours > limits.max_week)
        against.push_back({"volunteering.problem.hours",
                           {{"least", text_of(limits.min_week)}, {"most", text_of(limits.max_week)}}});
    if (birth_day) {
        const int age = age_on(*birth_day, e.starts);
        const int oldest = e.disabled ? 30 : 25;
        if (age < youngest) against.push_back({"volunteering.problem.too_young"});
        if (age > oldest) against.push_back({"volunteering.problem.too_old", {{"age", text_of(oldest)}}});
        if (age < majority && e.weekly_hours > limits.minor_week)
            against.push_back({"volunteering.problem.minor_hours", {{"most", text_of(limits.minor_week)}}});
    }
    if (e.starts < agreement.from || e.starts > agreement.to)
        against.push_back({"volunteering.problem.outside_agreement", {{"number", agreement.number}}});
    if (e.cej && e.cej_signed && *e.cej_signed > e.starts)
        against.push_back({"volunteering.problem.cej_after_start"});
    return against;
}

std::vector<Refusal> objections(const Agreement& agreement, const Limits& limits) {
    std::vector<Refusal> against;
    if (agreement.to <= agreement.from) against.push_back({"volunteering.problem.backwards"});
    if (agreement.employer == agreement.host) against.push_back({"volunteering.problem.own_host"});
    if (agreement.to >= months_after(agreement.from, limits.agreement_years * 12))
        against.push_back(
            {"volunteering.problem.agreement_too_long", {{"years", text_of(limits.agreement_years)}}});
    return against;
}

std::vector<Need> missing_of(const Engagement& e, const Agreement& agreement, std::optional<Day> birth_day,
                             bool authorised) {
    const bool minor = birth_day && age_on(*birth_day, e.starts) < majority;
    std::vector<Need> missing;
    for (const Need& need : needs) {
        bool lacks = false;
        switch (need.what) {
            case Missing::BirthDay: lacks = !birth_day; break;
            case Missing::HostTutor: lacks = !e.host_tutor; break;
            case Missing::EmployerTutor: lacks = !e.employer_tutor; break;
            case Missing::Authorisation: lacks = minor && !authorised; break;
            case Missing::HomeAddress: lacks = e.home_address.empty(); break;
            case Missing::Elisa: lacks = e.elisa.empty(); break;
            case Missing::CejSignature: lacks = e.cej && !e.cej_signed; break;
            case Missing::AgreementSigned: lacks = !agreement.signed_on; break;
        }
        if (lacks) missing.push_back(need);
    }
    return missing;
}

Leave leave_of(const Engagement& e, const std::vector<Absence>& absences, std::optional<Day> birth_day,
               const Limits& limits, Day today) {
    Leave leave;
    const int months = months_of(e.starts, e.last_day());
    for (int month = 0; month < months; ++month) {
        const Day begins = months_after(e.starts, month);
        const bool minor = birth_day && age_on(*birth_day, begins) < majority;
        const int days = limits.leave_month + (minor ? limits.minor_extra_leave_month : 0);
        leave.in_all += days;
        if (months_after(e.starts, month + 1) <= today + 1) leave.earned += days;
    }
    for (const Absence& one : absences)
        if (one.kind == AbsenceKind::Leave) leave.taken += one.days;
    return leave;
}

}  // namespace fabnum::volunteering
