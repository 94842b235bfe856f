// GET /taches: what the house does later, and what did not work.

#include "platform/jobs/jobs.h"

#include "features/records/pages/record_fragments.h"
#include "features/records/pages/record_pages.h"

namespace fabnum::records {

using namespace html;

http::Response job_list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const int skip = skip_of(visit);
    auto all =
        room.database.read([&](const sql::Reader& db) { return jobs::list(db, {}, page_size + 1, skip); });
    const bool more = all.size() > page_size;
    if (more) all.pop_back();
    design::Table table{.caption = t("records.tab.jobs"),
                        .columns = {{.word = t("records.column.what")},
                                    {.word = t("records.column.when")},
                                    {.word = t("records.column.state")},
                                    {.word = t("records.column.tries"), .number = true},
                                    {.word = t("records.column.why")},
                                    {.word = t("records.again"), .quiet = true}},
                        .rows = {}};
    for (const auto& job : all) {
        const design::Tone tone = job.state == jobs::State::Failed ? design::Tone::Alert
                                  : job.state == jobs::State::Done ? design::Tone::Good
                                                                   : design::Tone::Info;
        table.rows.push_back(
            {text(job.kind), text(moment(job.run_at, visit)),
             design::tag({tone, t("records.job." + std::string(jobs::word_of(job.state)))}),
             text(std::to_string(job.attempts)), text(job.last_error),
             job.state == jobs::State::Failed
                 ? design::act_button(Url("/taches") / job.id / "reprise", {.word = t("records.again"),
                                                                            .look = design::Look::Outline,
                                                                            .size = design::Size::Small})
                 : Markup()});
    }
    auto body = design::heading({.title = t("records.title"), .lead = p({t("records.jobs_lead")})}) +
                tabs(visit, "jobs");
    body += all.empty() ? design::empty_state({.icon = "timer", .title = t("records.none")})
                        : design::card({.title = t("records.tab.jobs"),
                                        .body = design::table(table, t),
                                        .flush = true,
                                        .quiet = true});
    body += pages_around(Url("/taches"), skip, more, t);
    return design::page(visit, {.title = t("records.tab.jobs"), .body = body, .here = "records"});
}

http::Response job_again(Room& room, web::Visit& visit, jobs::JobId id) {
    const auto done = room.database.write(visit.act(), [&](const sql::Writer& db) -> Result<Done> {
        if (!jobs::try_again(db, id, visit.now())) return Refusal{"records.not_there"};
        return Done{};
    });
    if (!done) return design::refused(visit, done.refusal(), Url("/taches"), "records");
    visit.say("records.said.again");
    return http::see_other(Url("/taches"));
}

}  // namespace fabnum::records
