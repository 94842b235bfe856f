// GET /resultats, /resultats/{}: what became of the young people of a cohort, or of all finished ones, as
// figures with their population, a picture and a table. No names.

#include <algorithm>

#include "features/outcomes/pages/outcome_pages.h"
#include "features/outcomes/pages/results_picture.h"
#include "features/outcomes/pages/results_scope.h"

namespace fabnum::outcomes {

using namespace html;

namespace {

Markup rates_card(const Results& results, const i18n::Words& t) {
    Markup lines;
    const auto add = [&](std::string_view key, const Rate& rate, design::Tone tone) {
        const std::string word = t("outcomes.rate." + std::string(key), {{"count", rate.part}});
        const std::string of = t("outcomes.rate.of", {{"whole", rate.whole},
                                                      {"share", percent(rate.share(), t)},
                                                      {"between", between(rate.interval(), t)}});
        lines +=
            li({p({cls("rate-words"), b({t.number(std::int64_t{rate.part})}), " ", word}),
                design::gauge({.share = rate.share(), .mark = {}, .tone = tone, .label = word + ", " + of}),
                p({cls("soft"), of})});
    };
    add("forward", results.forward, design::Tone::Good);
    add("ours", results.ours, design::Tone::Good);
    add("positive", results.positive, design::Tone::Good);
    add("short_work", results.short_work, design::Tone::Info);
    add("left_early", results.left_early, design::Tone::Watch);
    return design::card(
        {.title = t("outcomes.results.at_exit"),
         .body = ul({cls("rates"), role("list"), lines}) + p({cls("soft"), t("outcomes.results.interval")})});
}

Markup retention_card(const Results& results, const i18n::Words& t) {
    design::Table table{.caption = t("outcomes.results.stay"),
                        .columns = {{.word = t("outcomes.column.week")},
                                    {.word = t("outcomes.column.stay"), .number = true},
                                    {.word = t("outcomes.column.onward"), .number = true},
                                    {.word = t("outcomes.column.drop"), .number = true},
                                    {.word = t("outcomes.column.no_drop"), .number = true, .extra = true}},
                        .rows = {}};
    for (int week = 0; week * 7 <= results.longest + 6; week += 4) {
        const int day = std::min(week * 7, results.longest);
        const auto ways = statistics::at(results.ways, day, 2);
        const auto point = statistics::at(results.staying, day);
        table.rows.push_back({text(t.number(std::int64_t{week})), text(percent(ways.stay, t)),
                              text(percent(ways.gone[0], t)), text(percent(ways.gone[1], t)),
                              text(percent(point.survival, t) +
                                   (point.interval && week > 0 ? ", " + between(*point.interval, t) : ""))});
    }
    return design::card(
        {.title = t("outcomes.results.stay"),
         .body = retention_picture(results, t) +
                 details({summary({t("outcomes.results.as_table")}), design::table(table, t)})});
}

Markup after_card(const Results& results, const i18n::Words& t) {
    Markup parts;
    for (const AtMonths& at : results.after) {
        const auto& found = at.positive;
        if (found.asked == 0) continue;
        std::vector<std::pair<std::string, Markup>> facts = {
            {t("outcomes.after.answers"),
             strong({t("outcomes.after.answers_of",
                       {{"answered", found.answered},
                        {"asked", found.asked},
                        {"share", percent(found.answered / static_cast<double>(found.asked), t)}})})}};
        if (found.among_answers)
            facts.emplace_back(
                t("outcomes.after.positive"),
                text(t("outcomes.after.positive_of", {{"yes", found.yes},
                                                      {"answered", found.answered},
                                                      {"share", percent(*found.among_answers, t)},
                                                      {"between", between(found.answers_interval, t)}})));
        facts.emplace_back(t("outcomes.after.bounds"),
                           text(t("outcomes.after.bounds_of",
                                  {{"between", between(found.bounds, t)}, {"asked", found.asked}})));
        facts.emplace_back(t("outcomes.after.envelope"), text(between(found.envelope, t)));
        std::vector<std::string> why;
        for (const auto& [missing, count] : at.missing)
            why.push_back(
                t("outcomes.missing_count." + std::string(word_in(missings, missing)), {{"count", count}}));
        if (at.waiting > 0) why.push_back(t("outcomes.missing_count.waiting", {{"count", at.waiting}}));
        if (!why.empty()) facts.emplace_back(t("outcomes.after.missing"), text(t.list(why)));
        if (at.not_due > 0)
            facts.emplace_back(t("outcomes.after.not_due"),
                               text(t("outcomes.after.not_due_count", {{"count", at.not_due}})));
        parts +=
            section({h3({t("outcomes.months_after", {{"months", at.months}})}), design::definitions(facts)});
    }
    if (parts.empty()) parts = p({t("outcomes.after.none")});
    return design::card({.title = t("outcomes.after.title"), .body = parts});
}

Markup situations_card(const Results& results, const i18n::Words& t) {
    design::Table table{.caption = t("outcomes.results.situations"),
                        .columns = {{.word = t("outcomes.column.situation")},
                                    {.word = t("outcomes.column.count"), .number = true}},
                        .rows = {}};
    for (const auto& [situation, count] : results.situations)
        table.rows.push_back({text(situation_word(situation, t)), text(t.number(std::int64_t{count}))});
    if (results.noted < results.entered)
        table.rows.push_back({text(t("outcomes.results.not_noted")),
                              text(t.number(std::int64_t{results.entered - results.noted}))});
    return design::card(
        {.title = t("outcomes.results.situations"), .body = design::table(table, t), .flush = true});
}

// One line per cohort, the finished ones and those at work.
Markup cohorts_card(const Scope& scope, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("outcomes.results.by_cohort"),
                        .columns = {{.word = t("outcomes.column.cohort")},
                                    {.word = t("outcomes.column.site"), .extra = true},
                                    {.word = t("outcomes.column.entered"), .number = true},
                                    {.word = t("outcomes.column.left_early"), .number = true},
                                    {.word = t("outcomes.column.forward"), .number = true}},
                        .rows = {}};
    bool apart = false;
    std::optional<Rate> before;
    for (const auto& row : scope.rows) {
        const bool over = row.cohort.ends < visit.today();
        const auto courses = scope.courses.find(row.cohort.id);
        const Results one =
            courses == scope.courses.end() ? Results{} : results_of(courses->second, visit.today());
        table.rows.push_back(
            {design::row_link(row.cohort.name, Url("/resultats") / row.cohort.id), text(row.site),
             text(t.number(std::int64_t{one.entered})), text(t.number(std::int64_t{one.left_early.part})),
             over ? text(t.number(std::int64_t{one.forward.part})) : text(t("outcomes.results.running"))});
        if (!over) continue;
        if (before && statistics::newcombe(before->part, before->whole, one.forward.part, one.forward.whole)
                          .tells_apart())
            apart = true;
        before = one.forward;
    }
    Markup more;
    if (scope.rows.size() > 1 && !apart) more = p({cls("card-foot"), t("outcomes.results.same")});
    return design::card(
        {.title = t("outcomes.results.by_cohort"), .body = design::table(table, t) + more, .flush = true});
}

http::Response results_page(web::Visit& visit, const std::string& title, const Results& results, Markup lead,
                            Markup above, std::int64_t cohort, Markup after) {
    const auto& t = visit.words();
    const auto exported = [&](const Url& to) { return cohort == 0 ? to : to.with("promo", cohort); };
    auto body = design::heading(
        {.title = title,
         .lead = std::move(lead),
         .aside = design::export_menu(
             {{"CSV", exported(Url("/resultats.csv"))}, {"XLSX", exported(Url("/resultats.xlsx"))}}, t),
         .above = std::move(above)});
    if (results.entered == 0)
        body += design::empty_state({.icon = "chart-column",
                                     .title = t("outcomes.results.none"),
                                     .sentence = t("outcomes.results.none_why")});
    else
        body += design::columns(
            design::stack({rates_card(results, t), retention_card(results, t), situations_card(results, t)}),
            design::stack({after_card(results, t)}));
    body += std::move(after);
    return design::page(visit, {.title = title, .body = body, .here = "results"});
}

}  // namespace

http::Response results(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Scope scope = scope_of(room, visit);
    const Results pooled = results_of(scope.finished(visit.today()), visit.today());
    return results_page(visit, t("outcomes.results.title"), pooled,
                        p({t("outcomes.results.lead",
                             {{"count", pooled.entered}, {"cohorts", scope.finished_count(visit.today())}})}),
                        tabs("results", visit), 0, cohorts_card(scope, visit));
}

http::Response results_of_cohort(Room& room, web::Visit& visit, cohorts::CohortId id) {
    const auto& t = visit.words();
    const Scope scope = scope_of(room, visit);
    const auto row = std::find_if(scope.rows.begin(), scope.rows.end(),
                                  [&](const cohorts::Row& one) { return one.cohort.id == id; });
    if (row == scope.rows.end())
        return design::refused(visit, {"outcomes.not_there"}, Url("/resultats"), "results");
    const auto courses = scope.courses.find(id);
    const Results one =
        results_of(courses == scope.courses.end() ? std::vector<Course>{} : courses->second, visit.today());
    return results_page(visit, t("outcomes.results.of_cohort", {{"name", row->cohort.name}}), one,
                        p({row->site, ". ",
                           t("outcomes.results.dates", {{"from", t.day_with_year(row->cohort.starts)},
                                                        {"to", t.day_with_year(row->cohort.ends)},
                                                        {"count", one.entered}})}),
                        design::back_link({t("outcomes.results.title"), Url("/resultats")}), id.value,
                        Markup());
}

}  // namespace fabnum::outcomes
