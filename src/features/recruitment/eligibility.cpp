#include "features/recruitment/eligibility.h"

#include <algorithm>

#include "features/people/people.h"

namespace fabnum::recruitment {

namespace {

// The service civique is for those who are 16 at least and start before their 26th birthday, the 30th when a
// disability is recognised (ac-paris.fr, service-civique.gouv.fr).
constexpr int youngest = 16, of_age = 18, oldest = 26, oldest_with_disability = 30;

using Findings = std::vector<Finding>;
using Rule = void (*)(const Candidate& candidate, const Circumstances& around, Findings& found);

std::string age_at(const Candidate& candidate, Day day) {
    return std::to_string(people::age_on(*candidate.birth_day, day));
}

void age(const Candidate& c, const Circumstances& around, Findings& found) {
    if (!c.birth_day) {
        found.push_back({Weight::Unknown, "recruitment.finding.age_unknown"});
        return;
    }
    const Day first = birthday(*c.birth_day, youngest);
    if (around.starts < first)
        found.push_back(
            {Weight::Against, "recruitment.finding.too_young", {{"age", age_at(c, around.starts)}}, first});
    else
        found.push_back(
            {Weight::Met, "recruitment.finding.age", {{"age", age_at(c, around.starts)}}, around.starts});
}

void minor(const Candidate& c, const Circumstances& around, Findings& found) {
    if (!c.birth_day || people::age_on(*c.birth_day, around.starts) >= of_age) return;
    if (around.starts < birthday(*c.birth_day, youngest)) return;
    found.push_back({Weight::Watch, "recruitment.finding.minor", {}, birthday(*c.birth_day, of_age)});
}

void limit(const Candidate& c, const Circumstances& around, Findings& found) {
    if (!c.birth_day) return;
    const int years = c.until_thirty ? oldest_with_disability : oldest;
    const Day last = birthday(*c.birth_day, years);
    if (around.starts >= last)
        found.push_back(
            {Weight::Against,
             c.until_thirty ? "recruitment.finding.too_old_thirty" : "recruitment.finding.too_old",
             {{"age", std::to_string(years)}},
             last});
    else if (days_between(around.starts, last) <= 60)
        found.push_back(
            {Weight::Watch, "recruitment.finding.nearly_too_old", {{"age", std::to_string(years)}}, last});
}

void town(const Candidate& c, const Circumstances& around, Findings& found) {
    if (around.town_keys.empty()) return;
    if (c.town.empty()) {
        found.push_back({Weight::Unknown, "recruitment.finding.town_unknown"});
        return;
    }
    const std::string key = i18n::search_key(c.town);
    const bool here =
        std::find(around.town_keys.begin(), around.town_keys.end(), key) != around.town_keys.end();
    found.push_back({here ? Weight::Met : Weight::Watch,
                     here ? "recruitment.finding.town" : "recruitment.finding.town_outside",
                     {{"town", c.town}}});
}

void level(const Candidate& c, const Circumstances&, Findings& found) {
    if (c.level == Level::Unknown)
        found.push_back({Weight::Unknown, "recruitment.finding.level_unknown"});
    else if (c.level == Level::More)
        found.push_back({Weight::Watch, "recruitment.finding.level_high"});
    else
        found.push_back({Weight::Met, "recruitment.finding.level"});
}

void registered(const Candidate& c, const Circumstances&, Findings& found) {
    switch (c.registered) {
        case Known::Yes: found.push_back({Weight::Met, "recruitment.finding.registered"}); break;
        case Known::No: found.push_back({Weight::Watch, "recruitment.finding.not_registered"}); break;
        case Known::Unknown:
            found.push_back({Weight::Unknown, "recruitment.finding.registered_unknown"});
            break;
    }
}

// BR09: the CEJ is signed first; its allowance stops during the service civique.
void cej(const Candidate& c, const Circumstances& around, Findings& found) {
    if (c.cej == Cej::Coming)
        found.push_back({Weight::Watch, "recruitment.finding.cej_coming", {}, around.starts});
    if (c.cej == Cej::Signed) found.push_back({Weight::Watch, "recruitment.finding.cej_signed"});
}

void seats(const Candidate&, const Circumstances& around, Findings& found) {
    if (!around.seats_left) return;
    if (*around.seats_left <= 0)
        found.push_back({Weight::Watch, "recruitment.finding.no_seat"});
    else
        found.push_back(
            {Weight::Met, "recruitment.finding.seats", {{"count", std::to_string(*around.seats_left)}}});
}

constexpr Rule rules[] = {age, minor, limit, town, level, registered, cej, seats};

}  // namespace

Day birthday(Day birth_day, int age) {
    const auto day = birth_day.ymd() + std::chrono::years{age};
    if (day.ok()) return day;
    return std::chrono::year_month_day{day.year(), std::chrono::March, std::chrono::day{1}};
}

std::vector<Finding> findings_of(const Candidate& candidate, const Circumstances& circumstances) {
    Findings found;
    for (const Rule rule : rules) rule(candidate, circumstances, found);
    return found;
}

Weight heaviest(const std::vector<Finding>& findings) {
    // From the lightest to the heaviest.
    constexpr Weight order[] = {Weight::Met, Weight::Unknown, Weight::Watch, Weight::Against};
    Weight most = Weight::Met;
    for (const Weight weight : order)
        for (const Finding& one : findings)
            if (one.weight == weight) most = weight;
    return most;
}

}  // namespace fabnum::recruitment
