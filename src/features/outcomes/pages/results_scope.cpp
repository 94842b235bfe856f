#include "features/outcomes/pages/results_scope.h"

#include <algorithm>

namespace fabnum::outcomes {

std::vector<Course> Scope::finished(Day today) const {
    std::vector<Course> all;
    for (const auto& row : rows)
        if (const auto found = courses.find(row.cohort.id); row.cohort.ends < today && found != courses.end())
            all.insert(all.end(), found->second.begin(), found->second.end());
    return all;
}

int Scope::finished_count(Day today) const {
    return static_cast<int>(std::count_if(rows.begin(), rows.end(),
                                          [&](const cohorts::Row& row) { return row.cohort.ends < today; }));
}

Scope scope_of(Room& room, const web::Visit& visit) {
    return room.database.read([&](const sql::Reader& db) {
        const auto hats = people::hats_of(db, visit.actor().person, visit.today());
        const auto is_of_staff = [&](SiteId site) {
            return visit.actor().role == Role::Admin ||
                   std::any_of(hats.begin(), hats.end(), [&](const people::Hat& hat) {
                       return is_staff(hat.role) && (!hat.site || hat.site == site);
                   });
        };
        Scope scope;
        std::vector<cohorts::CohortId> ids;
        for (auto& row : cohorts::list(db, {}, visit.today())) {
            if (!is_of_staff(row.cohort.site)) continue;
            ids.push_back(row.cohort.id);
            scope.rows.push_back(std::move(row));
        }
        scope.courses = courses(db, ids);
        return scope;
    });
}

}  // namespace fabnum::outcomes
