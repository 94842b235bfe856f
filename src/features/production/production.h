#pragma once

// Production: the files that become things, and the queue of what machines make, whatever the machine. A job
// knows the mission it is for; it starts on a machine by a person's act, and only a person frees the machine.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/production/hands.h"
#include "features/production/measure.h"
#include "features/production/preview.h"
#include "features/production/sight.h"
#include "features/production/work.h"
#include "platform/files/files.h"
#include "platform/sql/sql.h"

namespace fabnum::production {

// Reading, through the actor: the team of the site.
std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, JobId id);
std::vector<Sight> list(const sql::Reader& db, const Actor& actor, const Filter& filter);
Preview preview_of(const sql::Reader& db, const Source& source);
// Which doer(s) of job_life this actor is for that job.
unsigned doers(const sql::Reader& db, const Actor& actor, const Job& job, Instant at);

// Verbs: each one transaction, one journal line.
struct NewJob {
    SiteId site = {};
    projects::ProjectId project = {};
    std::string title = {};
    machines::Family family = machines::Family::Printer;
    Material material = Material::Pla;
    int pieces = 1;
    std::string note = {};
};
// The file is read in the background. production.never.…, production.not_your_mission
Result<JobId> bring(sql::Database& database, const files::Cabinet& cabinet, const Act& act, const NewJob& job,
                    const files::Cabinet::Checked& file);
struct Approval {
    int pieces_per_plate = 1;  // more pieces than that: more jobs, of the same file
    bool urgent = false;
};
Result<Done> approve(sql::Database& database, const Act& act, JobId id, const Approval& how);
Result<Done> decline(sql::Database& database, const Act& act, JobId id, std::string_view reason);
Result<Done> cancel(sql::Database& database, const Act& act, JobId id);
// To the printer when it answers over the network, unless by hand. production.machine_stopped,
// production.machine_taken, production.other_family, production.not_sliced, production.hands.…
enum class How { Network, ByHand };
struct Start {
    machines::MachineId machine = {};
    How how = How::ByHand;
    PersonId hands = {};  // named by the team; none: whoever starts it
};
Result<Done> start(sql::Database& database, const Act& act, JobId id, const Start& start);
Result<Done> take_back(sql::Database& database, const Act& act, JobId id, std::string_view why = {});
Result<Done> end(sql::Database& database, const Act& act, JobId id, bool stopped);
Result<Done> clear(sql::Database& database, const Act& act, JobId id);
// `good` of its pieces are good; what failed is noted with its cause and what is changed.
struct Checked {
    int good = 0;
    Cause cause = Cause::Other;
    std::optional<std::int64_t> milligrams = {};
    std::string what_changed = {};
};
Result<Done> check(sql::Database& database, const Act& act, JobId id, const Checked& checked);
// Only the pieces that failed, straight to the queue.
Result<JobId> again(sql::Database& database, const Act& act, JobId id);

}  // namespace fabnum::production
