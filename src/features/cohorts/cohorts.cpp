#include "features/cohorts/cohorts.h"

#include <algorithm>

#include "features/cohorts/cohort_store.h"

namespace fabnum::cohorts {

int week_of(const Cohort& cohort, Day today) {
    if (today < cohort.starts) return 0;
    const int week = days_between(monday_of(cohort.starts), monday_of(today)) / 7 + 1;
    return std::min(week, weeks_in(cohort));
}

int weeks_in(const Cohort& cohort) {
    return days_between(monday_of(cohort.starts), monday_of(cohort.ends)) / 7 + 1;
}

bool is_running(const Cohort& cohort, Day today) {
    return cohort.starts <= today && today <= cohort.ends;
}

std::optional<Cohort> find(const sql::Reader& db, CohortId id) {
    return store::find(db, id);
}
std::vector<Cohort> of_site(const sql::Reader& db, SiteId site) {
    return store::of_site(db, site);
}
std::optional<Cohort> running(const sql::Reader& db, SiteId site, Day today) {
    return store::running(db, site, today);
}
std::optional<Cohort> of_person(const sql::Reader& db, PersonId person, Day today) {
    return store::of_person(db, person, today);
}

std::vector<Member> members(const sql::Reader& db, CohortId id) {
    const auto rows = store::members(db, id);
    std::vector<PersonId> ids;
    for (const auto& row : rows) ids.push_back(row.person);
    const auto faces = people::faces(db, ids);
    std::vector<Member> members;
    for (const auto& row : rows)
        if (const auto face = faces.find(row.person); face != faces.end())
            members.push_back({face->second, row.joined, row.left});
    std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) {
        return std::pair(i18n::search_key(a.face.given_name), a.face.id) <
               std::pair(i18n::search_key(b.face.given_name), b.face.id);
    });
    return members;
}

std::vector<people::Face> present_members(const sql::Reader& db, CohortId id, Day today) {
    std::vector<people::Face> present;
    for (const Member& member : members(db, id))
        if (member.joined <= today && (!member.left || *member.left >= today)) present.push_back(member.face);
    return present;
}

bool is_member(const sql::Reader& db, CohortId id, PersonId person, Day today) {
    const auto cohort = store::of_person(db, person, today);
    return cohort && cohort->id == id;
}

Result6Months result_of(const sql::Reader& db, CohortId id) {
    return store::result_of(db, id);
}

CohortId open(const sql::Writer& db, const Cohort& cohort) {
    return store::insert(db, cohort);
}
void enrol(const sql::Writer& db, CohortId id, PersonId person, Day joined) {
    store::insert_member(db, id, person, joined);
}
void note_way_out(const sql::Writer& db, CohortId id, PersonId person, const WayOut& way) {
    store::set_way_out(db, id, person, way);
}

}  // namespace fabnum::cohorts
