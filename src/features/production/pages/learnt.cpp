// GET /fabrications/appris: what did not work and what was changed, by cause; GET /fabrications.csv.

#include <algorithm>

#include "features/production/pages/production_fragments.h"
#include "features/production/pages/production_pages.h"
#include "platform/clock/clock.h"
#include "platform/sheets/sheets.h"

namespace fabnum::production {

using namespace html;

namespace {

// How often each cause came, the most frequent first, and what it cost.
Markup causes_card(const std::vector<Sight>& failed, const i18n::Words& t) {
    struct Count {
        std::string word;
        std::int64_t times = 0, milligrams = 0;
    };
    std::vector<Count> counts;
    for (const auto& [word, cause] : causes) {
        Count one{.word = t("production.cause." + std::string(word))};
        for (const Sight& sight : failed) {
            if (sight.failure->cause != cause) continue;
            ++one.times;
            one.milligrams += sight.failure->milligrams.value_or(0);
        }
        if (one.times > 0) counts.push_back(std::move(one));
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const Count& a, const Count& b) { return a.times > b.times; });
    design::Table table{.caption = t("production.learnt_causes"),
                        .columns = {{.word = t("production.fact.cause")},
                                    {.word = t("production.fact.times"), .number = true},
                                    {.word = t("production.fact.lost"), .number = true}},
                        .rows = {}};
    for (const Count& one : counts)
        table.rows.push_back(design::cells(text(one.word), text(t.number(one.times)),
                                           text(one.milligrams > 0 ? grams(one.milligrams, t) : "")));
    return design::card(
        {.title = t("production.learnt_causes"), .body = design::table(table, t), .flush = true});
}

}  // namespace

http::Response learnt(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto failed = room.database.read([&](const sql::Reader& db) {
        return list(db, visit.actor(), {.site = visit.actor().site, .failed_only = true});
    });
    auto body = design::heading({.title = t("production.learnt"),
                                 .lead = p({t("production.learnt_lead")}),
                                 .above = design::back_link({t("production.title"), Url("/fabrications")})});
    if (failed.empty())
        body += design::empty_state({.icon = "lightbulb",
                                     .title = t("production.learnt_none"),
                                     .sentence = t("production.learnt_none_why")});
    Markup cards;
    for (const Sight& one : failed) {
        const Failure& failure = *one.failure;
        const std::string day = t.short_day(clock::day_in(visit.visitor().zone, failure.noted));
        cards += design::card(
            {.title = one.job.title,
             .action = design::Link{t("production.do.look"), url_of(one.job.id)},
             .body = design::definitions(
                 {{t("production.fact.cause"),
                   text(t("production.cause." + std::string(word_of(failure.cause))))},
                  {t("production.fact.failed"),
                   text(t("production.failed_of", {{"failed", failure.pieces}, {"all", one.job.pieces}}))},
                  {t("production.fact.changed"), text(failure.what_changed)},
                  {t("production.fact.day"), text(day)}})});
    }
    if (!failed.empty())
        body += design::columns(design::stack({cards}), design::stack({causes_card(failed, t)}));
    return design::page(visit, {.title = t("production.learnt"),
                                .body = body,
                                .here = is_staff(visit.actor()) ? "workshop" : "missions"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<Sight> all;
    const auto around_all = room.database.read([&](const sql::Reader& db) {
        all = list(db, visit.actor(), {.site = visit.actor().site, .most = 50'000});
        return around(db, visit.actor().site, all);
    });
    sheets::Sheet sheet{.title = t("production.title"), .columns = {}, .rows = {}};
    for (const char* column : {"title", "mission", "state", "family", "machine", "material", "pieces", "good",
                               "minutes", "grams", "cause", "lost", "brought", "started", "ended"})
        sheet.columns.push_back(t("production.column." + std::string(column)));
    const auto day = [&](const std::optional<Instant>& at) {
        return at ? sheets::Cell(clock::day_in(visit.visitor().zone, *at)) : sheets::Cell();
    };
    const auto whole = [](const std::optional<std::int64_t>& number, std::int64_t unit) {
        return number ? sheets::Cell((*number + unit / 2) / unit) : sheets::Cell();
    };
    sheet.rows.reserve(all.size());
    for (const Sight& one : all) {
        const Job& job = one.job;
        sheet.rows.push_back(
            {job.title, around_all.mission_title(job.project),
             t("production.state." + std::string(word_of(job.state))), family_word(job.family, t),
             around_all.machine_name(job.machine), material_word(job.material, t), std::int64_t{job.pieces},
             job.good_pieces ? sheets::Cell(std::int64_t{*job.good_pieces}) : sheets::Cell(),
             whole(one.source.seconds, 60), whole(one.source.milligrams, 1000),
             one.failure ? sheets::Cell(t("production.cause." + std::string(word_of(one.failure->cause))))
                         : sheets::Cell(),
             one.failure ? whole(one.failure->milligrams, 1000) : sheets::Cell(), day(job.brought),
             day(job.started), day(job.ended)});
    }
    return http::download(sheets::csv(sheet), "text/csv; charset=utf-8",
                          "fabrications-" + to_iso(visit.today()) + ".csv");
}

}  // namespace fabnum::production
