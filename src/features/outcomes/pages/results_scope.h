#pragma once

// The cohorts whose results somebody may see: those of every site where they are of the staff. Figures have
// no names, so that a coordinator of two sites reads both at once.

#include "features/outcomes/pages/pages.h"

namespace fabnum::outcomes {

struct Scope {
    std::vector<cohorts::Row> rows;  // the latest first
    Courses courses;

    std::vector<Course> finished(Day today) const;
    int finished_count(Day today) const;
};
Scope scope_of(Room& room, const web::Visit& visit);

}  // namespace fabnum::outcomes
