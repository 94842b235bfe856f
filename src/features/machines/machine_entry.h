#pragma once

// What every verb of the room begins and ends with: may they, and the line of the journal.

#include "features/machines/machines.h"

namespace fabnum::machines {

// The machine, when somebody of the team of its site acts; staff only unless said.
enum class Who { Staff, Team };
Result<Sight> theirs(const sql::Reader& db, const Actor& actor, MachineId id, Who who = Who::Staff);

void note(const sql::Writer& db, const Act& act, std::string_view action, const Machine& machine,
          std::string before = "", std::string after = "");

}  // namespace fabnum::machines
