// On a machine: started, ended, taken off.

#include "features/machines/machines.h"
#include "features/printers/printers.h"
#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "features/production/production.h"
#include "features/production/work.h"
#include "platform/jobs/jobs.h"
#include "platform/json/json.h"

namespace fabnum::production {

namespace {

Result<Done> done(const Result<Job>& moved) {
    if (!moved) return moved.refusal();
    return Done{};
}

// What stands against starting that job on that machine now.
std::optional<Refusal> objection(const sql::Reader& db, const Act& act, const Job& job, const Start& start) {
    const auto machine = start.machine;
    const auto sight = machines::find(db, machine);
    if (!sight || sight->machine.site != job.site || sight->machine.retired)
        return Refusal{"production.not_there"};
    if (sight->machine.family != job.family) return Refusal{"production.other_family"};
    if (!machines::row_of(sight->standing()).usable)
        return Refusal{"production.machine_stopped", {{"machine", sight->machine.name}}};
    if (store::holding(db, machine))
        return Refusal{"production.machine_taken", {{"machine", sight->machine.name}}};
    if (auto no = hands_off(db, act.by, *sight, start.hands, act.at)) return no;
    if (start.how == How::ByHand) return std::nullopt;
    const auto printer = printers::find(db, machine);
    if (!printer) return Refusal{"production.not_connected"};
    const auto source = store::source(db, job.source);
    if (!source || source->kind != SourceKind::Gcode) return Refusal{"production.not_sliced"};
    if (printer->seen.condition == printers::Condition::Offline) return Refusal{"printers.unreachable"};
    if (!printers::takes_work(printer->seen.condition)) return Refusal{"printers.busy"};
    return std::nullopt;
}

// A young person reads why, rather than that the step is somebody else's.
std::optional<Refusal> not_alone(const sql::Reader& db, const Act& act, JobId id, const Start& start) {
    if (is_staff(act.by)) return std::nullopt;
    const auto job = store::find(db, id);
    const auto sight = machines::find(db, start.machine);
    if (!job || !sight || !reaches(act.by, job->site) || sight->machine.site != job->site)
        return Refusal{"production.not_there"};
    if (job->state != State::Queued) return std::nullopt;
    return hands_off(db, act.by, *sight, start.hands, act.at);
}

}  // namespace

Result<Done> start(sql::Database& database, const Act& act, JobId id, const Start& wanted) {
    Start start = wanted;
    // Only the team names somebody else.
    if (!start.hands || !is_staff(act.by)) start.hands = act.by.person;
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (auto why = not_alone(db, act, id, start)) return *why;
        const Step step = start.how == How::Network ? Step::Send : Step::Start;
        const auto moved = move(db, act, id, step, [&](const sql::Writer&, Job& job) -> Result<Done> {
            if (auto why = forbidden(job.family, job.material)) return *why;
            if (auto why = objection(db, act, job, start)) return *why;
            job.machine = start.machine;
            job.run_by = start.hands;
            job.reason.clear();
            job.puzzle.clear();
            job.sent_file.clear();
            if (start.how == How::ByHand) job.started = act.at;
            return Done{};
        });
        if (!moved) return moved.refusal();
        if (start.how == How::Network)
            jobs::enqueue(
                db,
                {.kind = std::string(send_work), .payload = json::object({{"job", id}}), .site = moved->site},
                act.at);
        return Done{};
    });
}

Result<Done> take_back(sql::Database& database, const Act& act, JobId id, std::string_view why) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        return done(move(db, act, id, Step::TakeBack, [&](const sql::Writer&, Job& job) -> Result<Done> {
            job.machine = {};
            job.run_by = {};
            job.reason = why;
            return Done{};
        }));
    });
}

Result<Done> end(sql::Database& database, const Act& act, JobId id, bool stopped) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        bool tell_printer = false;
        const auto moved = move(
            db, act, id, stopped ? Step::Stop : Step::End, [&](const sql::Writer&, Job& job) -> Result<Done> {
                tell_printer = stopped && !job.sent_file.empty() && act.by.role != Role::System;
                job.stopped = stopped;
                job.puzzle.clear();
                job.ended = act.at;
                return Done{};
            });
        if (!moved) return moved.refusal();
        if (tell_printer)
            jobs::enqueue(db,
                          {.kind = std::string(stop_work),
                           .payload = json::object({{"machine", moved->machine}, {"file", moved->sent_file}}),
                           .site = moved->site},
                          act.at);
        return Done{};
    });
}

Result<Done> clear(sql::Database& database, const Act& act, JobId id) {
    return database.write(
        act, [&](const sql::Writer& db) -> Result<Done> { return done(move(db, act, id, Step::Clear)); });
}

}  // namespace fabnum::production
