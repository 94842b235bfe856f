// GET /resultats.csv, /resultats.xlsx: one line per cohort (or of one), each figure beside its population.

#include "features/outcomes/pages/outcome_fragments.h"
#include "features/outcomes/pages/outcome_pages.h"
#include "features/outcomes/pages/results_scope.h"
#include "platform/sheets/sheets.h"

namespace fabnum::outcomes {

namespace {

void add_rate(std::vector<sheets::Cell>& line, const Rate& rate) {
    const auto interval = rate.interval();
    line.insert(line.end(), {std::int64_t{rate.part}, rate.share(), interval.lower, interval.upper});
}

std::vector<sheets::Cell> line_of(const std::string& name, const std::string& site, const Results& one) {
    std::vector<sheets::Cell> line = {name, site, std::int64_t{one.entered}, std::int64_t{one.noted}};
    for (const Rate* rate :
         {&one.left_early, &one.dropped_out, &one.forward, &one.positive, &one.ours, &one.short_work})
        add_rate(line, *rate);
    for (const AtMonths& at : one.after) {
        const auto& found = at.positive;
        line.insert(line.end(),
                    {std::int64_t{found.asked}, std::int64_t{found.answered}, std::int64_t{found.yes}});
        line.push_back(found.among_answers ? sheets::Cell(*found.among_answers) : sheets::Cell());
        line.insert(line.end(),
                    {found.bounds.lower, found.bounds.upper, found.envelope.lower, found.envelope.upper});
    }
    return line;
}

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Scope scope = scope_of(room, visit);
    sheets::Sheet sheet{.title = t("outcomes.results.title"),
                        .columns = {t("outcomes.column.cohort"), t("outcomes.column.site"),
                                    t("outcomes.column.entered"), t("outcomes.column.noted")},
                        .rows = {}};
    for (const auto* key : {"left_early", "dropped_out", "forward", "positive", "ours", "short_work"}) {
        const std::string word = t("outcomes.export." + std::string(key));
        for (const auto* part : {"count", "share", "lower", "upper"})
            sheet.columns.push_back(word + ", " + t("outcomes.export." + std::string(part)));
    }
    for (const int months : follow_up_months)
        for (const auto* part : {"asked", "answered", "yes", "among", "bound_low", "bound_high",
                                 "envelope_low", "envelope_high"})
            sheet.columns.push_back(t("outcomes.months_after", {{"months", months}}) + ", " +
                                    t("outcomes.export." + std::string(part)));
    const std::string wanted(visit.request().query.get("promo"));
    for (const auto& row : scope.rows) {
        if (!wanted.empty() && wanted != std::to_string(row.cohort.id.value)) continue;
        const auto found = scope.courses.find(row.cohort.id);
        if (found != scope.courses.end())
            sheet.rows.push_back(
                line_of(row.cohort.name, row.site, results_of(found->second, visit.today())));
    }
    if (wanted.empty())
        sheet.rows.push_back(line_of(t("outcomes.export.together"), "",
                                     results_of(scope.finished(visit.today()), visit.today())));
    return sheet;
}

}  // namespace

http::Response results_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "resultats-" + to_iso(visit.today()) + ".csv");
}
http::Response results_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "resultats-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::outcomes
