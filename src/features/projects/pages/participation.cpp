// GET /participation: per person and kind of activity, what they have had and what is missing. By name, in
// the cohort's alphabetical order: it shows holes to fill, never a ranking.

#include "features/projects/pages/project_fragments.h"
#include "features/projects/pages/project_pages.h"

namespace fabnum::projects {

using namespace html;

namespace {

Markup cell(int minutes, const i18n::Words& t) {
    if (minutes == 0) return design::tag({design::Tone::Draft, t("projects.participation.missing")});
    return text(t.duration(minutes));
}

Markup own_view(const Shares& shares, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto mine = shares.find(visit.actor().person);
    Markup rows;
    for (const auto& [word, kind] : activities) {
        const int minutes = mine == shares.end() ? 0 : mine->second[static_cast<std::size_t>(kind)];
        rows += design::decision_row(
            {.icon = minutes == 0 ? "circle-dashed" : "circle-check",
             .tone = minutes == 0 ? design::Tone::Plain : design::Tone::Good,
             .title = activity_word(kind, t),
             .detail = minutes == 0 ? t("projects.participation.to_try") : t.duration(minutes)});
    }
    return design::card({.title = t("projects.participation.mine"),
                         .body = ul({cls("rows"), html::role("list"), rows}),
                         .flush = true});
}

}  // namespace

http::Response participation(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const bool staff = is_staff(visit.actor());
    struct Facts {
        std::optional<cohorts::Cohort> cohort;
        std::vector<people::Face> present;
        Shares shares;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.cohort = staff ? cohorts::running(db, visit.actor().site, visit.today())
                             : cohorts::of_person(db, visit.actor().person, visit.today());
        if (!found.cohort) return found;
        found.present = cohorts::present_members(db, found.cohort->id, visit.today());
        found.shares = shares_in_programme(db, found.cohort->id);
        return found;
    });
    auto body = design::heading(
        {.title = t(staff ? "projects.participation.title" : "projects.participation.mine_title"),
         .lead = p({t(staff ? "projects.participation.lead" : "projects.participation.mine_lead")})});
    if (!facts.cohort) {
        body += design::empty_state({.title = t("projects.participation.no_cohort")});
    } else if (!staff) {
        body += own_view(facts.shares, visit);
    } else {
        design::Table table{.caption = t("projects.participation.title"),
                            .columns = {{.word = t("projects.participation.person")}},
                            .rows = {}};
        for (const auto& [word, kind] : activities) table.columns.push_back({.word = activity_word(kind, t)});
        for (const auto& face : facts.present) {
            const auto share = facts.shares.find(face.id);
            std::vector<Markup> row = {
                design::row_link(people::short_name(face), Url("/personnes") / face.id)};
            for (std::size_t kind = 0; kind < activity_count; ++kind)
                row.push_back(cell(share == facts.shares.end() ? 0 : share->second[kind], t));
            table.rows.push_back(std::move(row));
        }
        body += design::card({.title = facts.cohort->name, .body = design::table(table, t), .flush = true});
    }
    return design::page(visit, {.title = t("projects.participation.title"), .body = body, .here = "turns"});
}

}  // namespace fabnum::projects
