// What printers say becomes what jobs are; what does not fit together waits for a person.

#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "features/production/production.h"
#include "features/production/work.h"

namespace fabnum::production {

namespace {

using namespace std::chrono_literals;
using printers::Condition;

// A printer that just took a file may say for a while that it does nothing.
constexpr auto grace = 2min;

Act by_the_house(const Job& job, Instant at) {
    return {.by = {.person = {}, .role = Role::System, .site = job.site}, .at = at};
}

Reading judge_idle(const Job& job, const printers::Printer& printer, bool is_ours) {
    if (printer.seen.condition == Condition::Finished && is_ours) return {Verdict::Ended};
    if (printer.seen.condition == Condition::Cancelled && is_ours) return {Verdict::Stopped};
    static_cast<void>(job);
    return {Verdict::AskPast};
}

bool settle(const Tools& tools, const Job& job, bool stopped, Instant at) {
    return static_cast<bool>(end(tools.database, by_the_house(job, at), job.id, stopped));
}

bool be_puzzled(const Tools& tools, const Job& job, std::string_view puzzle) {
    if (job.puzzle == puzzle) return false;
    return static_cast<bool>(tools.database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        store::set_puzzle(db, job.id, puzzle);
        return Done{};
    }));
}

bool follow_one(const Tools& tools, const Job& job, const printers::Printer& printer, Instant now) {
    auto reading = judge(job, printer, now);
    if (reading.verdict == Verdict::AskPast) {
        const auto past = printers::past(tools.database, tools.key, job.machine, job.sent_file, *job.started);
        if (past) return settle(tools, job, past->ending == printers::Ending::Stopped, past->ended);
        if (now - *job.started < grace) return false;
        reading = {Verdict::Puzzling, "production.puzzle.idle"};
    }
    switch (reading.verdict) {
        case Verdict::Ended: return settle(tools, job, false, now);
        case Verdict::Stopped: return settle(tools, job, true, now);
        case Verdict::Puzzling: return be_puzzled(tools, job, reading.puzzle);
        case Verdict::Runs: return be_puzzled(tools, job, "");
        case Verdict::Nothing:
        case Verdict::AskPast: break;
    }
    return false;
}

}  // namespace

Reading judge(const Job& job, const printers::Printer& printer, Instant) {
    const auto& seen = printer.seen;
    // What it said before the job began says nothing about it.
    if (job.state != State::Running || job.sent_file.empty() || !job.started || !printer.answered_at ||
        *printer.answered_at < *job.started)
        return {};
    const bool is_ours = printers::is_file(seen.file, job.sent_file);
    switch (seen.condition) {
        case Condition::Unknown:
        case Condition::Offline:
        case Condition::Busy: return {};
        case Condition::Printing:
        case Condition::Paused:
            if (is_ours || seen.file.empty()) return {Verdict::Runs};
            return {Verdict::Puzzling, "production.puzzle.other_file"};
        case Condition::Idle:
        case Condition::Finished:
        case Condition::Cancelled: return judge_idle(job, printer, is_ours);
        case Condition::NeedsHuman: return {Verdict::Puzzling, "production.puzzle.needs_human"};
        case Condition::Broken: return {Verdict::Puzzling, "production.puzzle.broken"};
    }
    return {};
}

bool follow(const Tools& tools, Instant now) {
    struct Pair {
        Job job;
        printers::Printer printer;
    };
    const auto all = tools.database.read([&](const sql::Reader& db) {
        std::vector<Pair> pairs;
        for (Job& job : store::on_machines(db))
            if (auto printer = printers::find(db, job.machine))
                pairs.push_back({std::move(job), std::move(*printer)});
        return pairs;
    });
    bool news = false;
    for (const Pair& one : all) news = follow_one(tools, one.job, one.printer, now) || news;
    return news;
}

}  // namespace fabnum::production
