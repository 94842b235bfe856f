// Yes, no, and never mind; what becomes of the pieces.

#include <algorithm>

#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "platform/json/json.h"

namespace fabnum::production {

namespace {

Result<Done> done(const Result<Job>& moved) {
    if (!moved) return moved.refusal();
    return Done{};
}

// More pieces than the file makes at once: further jobs of the same file, in the queue beside it.
void queue_the_rest(const sql::Writer& db, const Act& act, const Job& first, int rest, int per_plate) {
    while (rest > 0) {
        Job next = first;
        next.pieces = std::min(rest, per_plate);
        next.id = store::insert(db, next);
        note(db, act, action_of(Step::Approve), next);
        rest -= next.pieces;
    }
}

}  // namespace

std::optional<Sight> visible_to(const sql::Reader& db, const Actor& actor, JobId id) {
    auto found = list(db, actor, {.job = id, .most = 1});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Sight> list(const sql::Reader& db, const Actor& actor, const Filter& filter) {
    if (!is_staff(actor) && actor.role != Role::Participant && actor.role != Role::System) return {};
    Filter theirs = filter;
    if (actor.role != Role::Admin && actor.role != Role::System) {
        if (!actor.site || (filter.site && filter.site != actor.site)) return {};
        theirs.site = actor.site;
    }
    return store::list(db, theirs);
}

Preview preview_of(const sql::Reader& db, const Source& source) {
    return store::preview(db, source.id);
}

Result<Done> approve(sql::Database& database, const Act& act, JobId id, const Approval& how) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        int rest = 0;
        const int per_plate = std::max(1, how.pieces_per_plate);
        const auto moved =
            move(db, act, id, Step::Approve, [&](const sql::Writer&, Job& job) -> Result<Done> {
                if (auto why = forbidden(job.family, job.material)) return *why;
                if ((job.pieces - 1) / per_plate > 60) return Refusal{"production.too_many_plates"};
                rest = job.pieces - std::min(job.pieces, per_plate);
                job.pieces -= rest;
                job.urgent = how.urgent;
                job.approved_by = act.by.person;
                job.queued = act.at;
                return Done{};
            });
        if (!moved) return moved.refusal();
        queue_the_rest(db, act, *moved, rest, per_plate);
        return Done{};
    });
}

Result<Done> decline(sql::Database& database, const Act& act, JobId id, std::string_view reason) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        return done(move(db, act, id, Step::Decline, [&](const sql::Writer&, Job& job) -> Result<Done> {
            job.reason = reason;
            return Done{};
        }));
    });
}

Result<Done> cancel(sql::Database& database, const Act& act, JobId id) {
    return database.write(
        act, [&](const sql::Writer& db) -> Result<Done> { return done(move(db, act, id, Step::Cancel)); });
}

Result<Done> check(sql::Database& database, const Act& act, JobId id, const Checked& checked) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto before = store::find(db, id);
        if (!before) return Refusal{"production.not_there"};
        if (checked.good < 0 || checked.good > before->pieces) return Refusal{"production.too_many_good"};
        const bool all_good = checked.good == before->pieces;
        const auto moved = move(db, act, id, all_good ? Step::Pass : Step::Fail,
                                [&](const sql::Writer&, Job& job) -> Result<Done> {
                                    job.good_pieces = checked.good;
                                    return Done{};
                                });
        if (!moved) return moved.refusal();
        if (all_good) return Done{};
        store::insert_failure(db, id,
                              {.cause = checked.cause,
                               .pieces = before->pieces - checked.good,
                               .milligrams = checked.milligrams,
                               .what_changed = checked.what_changed,
                               .noted_by = act.by.person,
                               .noted = act.at});
        return Done{};
    });
}

Result<JobId> again(sql::Database& database, const Act& act, JobId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<JobId> {
        const auto failed = store::list(db, {.job = id, .most = 1});
        if (failed.empty() || (doers(db, act.by, failed.front().job, act.at) & (Staff | Owner)) == 0)
            return Refusal{"production.not_there"};
        const Sight& sight = failed.front();
        if (!sight.failure || sight.made_again) return Refusal{"production.moved_meanwhile"};
        Job next = sight.job;
        next.pieces = sight.failure->pieces;
        next.again_of = id;
        // It was approved once; who may start it still has to.
        next.state = State::Queued;
        next.brought = next.changed = act.at;
        next.queued = act.at;
        next.id = store::insert(db, next);
        note(db, act, "making.again", next, {}, json::object({{"of", id}, {"pieces", next.pieces}}));
        return next.id;
    });
}

}  // namespace fabnum::production
