#include "features/production/job_entry.h"

#include "features/production/job_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::production {

std::string_view action_of(Step step) {
    switch (step) {
        case Step::Understand: return "making.read";
        case Step::GiveUpReading: return "making.unreadable";
        case Step::Approve: return "making.approved";
        case Step::Decline: return "making.declined";
        case Step::Cancel: return "making.cancelled";
        case Step::Send: return "making.sent";
        case Step::Start: return "making.started";
        case Step::Begin: return "making.begun";
        case Step::TakeBack: return "making.taken_back";
        case Step::End: return "making.ended";
        case Step::Stop: return "making.stopped";
        case Step::Clear: return "making.cleared";
        case Step::Pass: return "making.passed";
        case Step::Fail: return "making.failed";
    }
    return "making.read";
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Job& job, std::string before,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "making",
                         .subject = job.id.value,
                         .site = job.site,
                         .before = std::move(before),
                         .after = std::move(after)});
}

unsigned doers(const sql::Reader& db, const Actor& actor, const Job& job, Instant at) {
    if (actor.role == Role::System) return System;
    if (!reaches(actor, job.site)) return 0;
    unsigned as = 0;
    if (is_staff(actor))
        as |= Staff;
    else if (is_able(db, actor.person, job, at))
        as |= Able;
    // Whoever brought the file, and their team: the pieces are theirs.
    const bool is_owner = actor.person && actor.person == job.brought_by;
    if (is_owner || (job.project && projects::turn_of(db, job.project, actor.person))) as |= Owner;
    return as;
}

Result<Job> move(const sql::Writer& db, const Act& act, JobId id, Step step, const Change& change) {
    auto job = store::find(db, id);
    if (!job) return Refusal{"production.not_there"};
    const unsigned as = doers(db, act.by, *job, act.at);
    if (as == 0) return Refusal{"production.not_there"};
    const State from = job->state;
    const auto to = after(from, step);
    if (!to) return to.refusal();
    if (!may(from, step, as)) return Refusal{"production.not_yours"};
    job->state = *to;
    job->changed = act.at;
    if (change) {
        const auto changed = change(db, *job);
        if (!changed) return changed.refusal();
    }
    if (!store::advance(db, *job, from)) return Refusal{"production.moved_meanwhile"};
    note(db, act, action_of(step), *job, json::object({{"state", word_of(from)}}),
         json::object({{"state", word_of(*to)}}));
    return *job;
}

}  // namespace fabnum::production
