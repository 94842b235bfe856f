#pragma once

// One site of a generated house, while its rows are gathered.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "app/world/bulk_store.h"
#include "app/world/chance.h"
#include "features/orders/orders.h"
#include "platform/journal/journal.h"

namespace fabnum::app::world {

struct Generation {
    store::Rows& rows;
    std::vector<journal::Entry>& journal;  // a few lines per order
    Chance& chance;
    Day today;
};

struct GeneratedPartner {
    partners::OrganisationId organisation;
    partners::ContactId contact;
    std::string name, person;
};
struct GeneratedSite {
    SiteId id;
    std::string town;
    PersonId coordinator, fabmanager;
    std::vector<GeneratedPartner> partners;
    std::map<int, int> last_number;  // of the orders of a year
};
struct GeneratedCohort {
    cohorts::CohortId id;
    Day starts, ends;
    std::array<PersonId, 12> members;
};

// A day's hour, without regard to zones: nobody reads it closely.
inline Instant at_hour(Day day, int hour) {
    return Instant{std::chrono::microseconds{day.date.time_since_epoch() + std::chrono::hours{hour}}.count()};
}
inline Day weekday_before(Day day) {
    const int weekday = days_between(monday_of(day), day);
    return weekday > 4 ? day - (weekday - 4) : day;
}

// The site with its team and its partners.
GeneratedSite add_site(Generation& generation, int number);
// A cohort that began on that day.
GeneratedCohort add_cohort(Generation& generation, const GeneratedSite& site, int number, Day starts);
// The twenty orders that came to that cohort.
void add_orders(Generation& generation, GeneratedSite& site, const GeneratedCohort& cohort);

}  // namespace fabnum::app::world
