// GET /conservation: whose file is erased soon, by itself; and for how long each kind of thing is kept.

#include "design/page.h"
#include "features/parameters/parameters.h"
#include "features/privacy/pages/privacy_pages.h"

namespace fabnum::privacy {

using namespace html;

namespace {

constexpr int days_ahead = 90;

}  // namespace

http::Response retention(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    struct Found {
        std::vector<Due> due;
        std::int64_t years = 0, proof_years = 0;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Found{due_by(db, visit.actor().site, visit.today() + days_ahead),
                     parameters::number_on(db, "retention.last_contact_years", visit.today(), 2),
                     parameters::number_on(db, "retention.proof_years", visit.today(), 10)};
    });
    auto body = design::heading({.title = t("privacy.retention"), .lead = p({t("privacy.retention_lead")})});
    if (facts.due.empty()) {
        body += design::empty_state({.icon = "circle-check",
                                     .title = t("privacy.retention_none"),
                                     .sentence = t("privacy.retention_none_why", {{"days", days_ahead}})});
    } else {
        design::Table table{.caption = t("privacy.retention_soon"),
                            .columns = {{.word = t("privacy.column.person")},
                                        {.word = t("privacy.column.last_contact")},
                                        {.word = t("privacy.column.erased_on")}},
                            .rows = {}};
        for (const Due& one : facts.due)
            table.rows.push_back(
                {design::row_link(people::full_name(one.face), Url("/personnes") / one.face.id / "donnees"),
                 text(t.day_with_year(one.last_contact)), text(t.day_with_year(one.erased_on))});
        body += design::card(
            {.title = t("privacy.retention_soon"), .body = design::table(table, t), .flush = true});
    }
    body += design::card(
        {.title = t("privacy.rules"),
         .body = design::definitions(
             {{t("privacy.rule.file"), text(t("privacy.years_after_contact", {{"years", facts.years}}))},
              {t("privacy.rule.proofs"),
               text(t("privacy.years_after_cohort", {{"years", facts.proof_years}}))},
              {t("privacy.rule.readings"), text(t("privacy.twelve_months"))},
              {t("privacy.rule.counts"), text(t("privacy.for_ever"))}})});
    return design::page(visit, {.title = t("privacy.retention"), .body = body, .here = "records"});
}

}  // namespace fabnum::privacy
