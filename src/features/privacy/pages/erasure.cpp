// GET /personnes/{}/effacement: what would go, what would stay and why. POST: it goes.

#include "design/page.h"
#include "features/privacy/pages/privacy_pages.h"

namespace fabnum::privacy {

using namespace html;

http::Response erasure(Room& room, web::Visit& visit, PersonId id) {
    const auto& t = visit.words();
    struct Found {
        std::optional<people::Person> person;
        std::vector<Hold> holds;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Found{people::visible_to(db, visit.actor(), id), holds_on(db, id, visit.today())};
    });
    if (!facts.person) return design::refused(visit, {"privacy.not_there"}, Url("/accueil"));
    const std::string name = people::full_name(*facts.person);
    auto body = design::heading({.title = t("privacy.erase_title", {{"name", name}}),
                                 .above = design::back_link({t("privacy.theirs", {{"name", name}}),
                                                             Url("/personnes") / id / "donnees"})});
    for (const Hold& hold : facts.holds)
        body += design::notice(
            {.tone = design::Tone::Watch,
             .title = t("privacy.not_today"),
             .sentence =
                 t(hold.why) +
                 (hold.until ? " " + t("privacy.until", {{"day", t.day_with_year(*hold.until)}}) : "")});
    body += design::card({.title = t("privacy.goes"), .body = p({t("privacy.goes_what")})});
    body += design::card({.title = t("privacy.stays"), .body = p({t("privacy.stays_what")})});
    if (facts.holds.empty())
        body += design::act_button(
            Url("/personnes") / id / "effacement",
            {.word = t("privacy.erase_do"), .icon = "trash-2", .look = design::Look::Danger});
    return design::page(
        visit, {.title = t("privacy.erase_title", {{"name", name}}), .body = body, .here = "cohort"});
}

http::Response erasure_now(Room& room, web::Visit& visit, PersonId id) {
    const auto done = erase(room.database, visit.act(), id, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/personnes") / id / "effacement");
    visit.say("privacy.said.erased");
    return http::see_other(Url("/conservation"));
}

}  // namespace fabnum::privacy
