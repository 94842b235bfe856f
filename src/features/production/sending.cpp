// To the printer and back, in the background.

#include "base/text.h"
#include "features/production/job_entry.h"
#include "features/production/job_store.h"
#include "features/production/production.h"
#include "features/production/work.h"
#include "platform/json/document.h"

namespace fabnum::production {

std::int64_t number_in(const jobs::Job& work, std::string_view name) {
    return static_cast<std::int64_t>(json::read(work.payload)[name].number().value_or(0));
}

void send_to_printer(const Tools& tools, const jobs::Job& work, Instant now) {
    struct Found {
        Job job;
        files::File file;
    };
    const auto found = tools.database.read([&](const sql::Reader& db) -> std::optional<Found> {
        auto job = store::find(db, JobId{number_in(work, "job")});
        if (!job || job->state != State::Sending) return std::nullopt;
        const auto source = store::source(db, job->source);
        auto file = tools.cabinet.find(db, source->file);
        if (!file) return std::nullopt;
        return Found{std::move(*job), std::move(*file)};
    });
    if (!found) return;
    const Job& job = found->job;
    const auto sent = printers::send(tools.database, tools.key, job.machine,
                                     {.path = tools.cabinet.path_of(found->file).string(),
                                      .name = printers::name_for(job.id.value, job.title),
                                      .digest = found->file.digest,
                                      .size = found->file.size},
                                     now);
    const Act act{.by = {.person = {}, .role = Role::System, .site = job.site}, .at = now};
    if (!sent) {
        static_cast<void>(take_back(tools.database, act, job.id, sent.refusal().key));
        return;
    }
    static_cast<void>(tools.database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto moved =
            move(db, act, job.id, Step::Begin, [&](const sql::Writer&, Job& one) -> Result<Done> {
                one.sent_file = shortened(sent->file, 200);
                one.started = now;
                return Done{};
            });
        if (!moved) return moved.refusal();
        return Done{};
    }));
}

void stop_printer(const Tools& tools, const jobs::Job& work) {
    const machines::MachineId machine{number_in(work, "machine")};
    const auto file = json::read(work.payload)["file"].text();
    // Only what is ours is stopped: somebody may have started something else at the machine since.
    const auto printer =
        tools.database.read([&](const sql::Reader& db) { return printers::find(db, machine); });
    if (!printer || !file) return;
    if (!printer->seen.file.empty() && !printers::is_file(printer->seen.file, *file)) return;
    static_cast<void>(printers::stop(tools.database, tools.key, machine));
}

}  // namespace fabnum::production
