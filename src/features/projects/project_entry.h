#pragma once

// What every verb of this room begins and ends with: may this actor do it to that mission, and the line in
// the journal.

#include <string>
#include <string_view>

#include "features/projects/projects.h"

namespace fabnum::projects {

// The staff of the site, and the young people of the cohort.
bool may_see(const sql::Reader& db, const Actor& actor, const Project& project, Day today);

// The mission, when this actor may do this kind of thing to it.
enum class Right { Lead, Work };
Result<Project> entitled(const sql::Reader& db, const Actor& actor, ProjectId id, Right right, Day today);

void note(const sql::Writer& db, const Act& act, std::string_view action, const Project& project,
          std::string before, std::string after);

}  // namespace fabnum::projects
