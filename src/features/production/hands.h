#pragma once

// Whose hands are at the machine: what their authorisation answers, asked before anybody is named and before
// a job starts. A young person starts alone what they may use alone; accompanied, somebody of the team starts
// it with them; not yet, nobody starts it for them. The team starts under its own responsibility, except a
// machine whose care is overdue.

#include <map>
#include <optional>
#include <vector>

#include "features/authorisations/authorisations.h"
#include "features/production/job.h"

namespace fabnum::production {

// Why this answer is not enough to start: production.hands.minor, production.hands.no_paper…; none when it
// is.
std::optional<Refusal> too_little(const authorisations::MachineAnswer& answer, bool with_the_team);

// May start this job, or end it, without anybody beside: on its machine, or on one of its family.
bool is_able(const sql::Reader& db, PersonId person, const Job& job, Instant at);

// What stands against those hands at that machine, when `actor` starts it.
std::optional<Refusal> hands_off(const sql::Reader& db, const Actor& actor, const machines::Sight& machine,
                                 PersonId hands, Instant at);

// What a page says before: of whoever looks, machine by machine; of those whom the team may name, at once.
using Answers = std::map<machines::MachineId, authorisations::MachineAnswer>;
Answers own_answers(const sql::Reader& db, PersonId person, const Job& job, Instant at);
struct Hands {
    people::Face face;
    authorisations::MachineAnswer answer;
};
std::vector<Hands> hands_for(const sql::Reader& db, const Job& job, Instant at);

}  // namespace fabnum::production
