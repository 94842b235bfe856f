// GET /moi/donnees and /personnes/{}/donnees: everything held about a person, in words; .json: the same for
// machines.

#include "base/text.h"
#include "design/page.h"
#include "features/privacy/pages/privacy_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::privacy {

using namespace html;

namespace {

// Words that are stored as codes, and where their sentences are.
constexpr std::pair<std::string_view, std::string_view> coded[] = {
    {"role", "people.role."},
    {"turn", "projects.turn."},
    {"activity", "projects.activity."},
    {"presence", "attendance.code."},
    {"half", "attendance.half."},
    {"took", "privacy.yes_no."},
    {"may_publish", "privacy.yes_no."},
    {"family", "machines.family."},
    {"level", "authorisations.level."},
    {"learnt", "authorisations.step."},
    {"revoke_reason", "authorisations.revoke_reason."},
    {"ground", "authorisations.ground."}};

// Days, instants and codes as people say them; the rest as it is stored.
std::string told(std::string_view column, const std::string& value, const i18n::Words& t) {
    for (const auto& [of, prefix] : coded)
        if (of == column)
            if (const std::string key = std::string(prefix) + value; t.has(key)) return t(key);
    if (const auto day = day_from_iso(value)) return t.day_with_year(*day);
    if (value.size() == 20 && value.back() == 'Z')
        if (const auto day = day_from_iso(value.substr(0, 10)))
            return t.day_with_year(*day) + ", " + value.substr(11, 5) + " UTC";
    return value;
}

Markup part_card(const Part& part, const i18n::Words& t) {
    Markup rows;
    for (const Facts& facts : part.rows) {
        std::vector<std::pair<std::string, Markup>> pairs;
        for (const auto& [column, value] : facts)
            pairs.emplace_back(t("privacy.column." + column), text(told(column, value, t)));
        rows += li({design::definitions(pairs)});
    }
    return design::card({.title = t("privacy.held." + std::string(part.table)),
                         .body = ul({cls("dossier"), role("list"), rows})});
}

Markup readings_card(const Dossier& dossier, const i18n::Words& t) {
    Markup rows;
    for (const auto& one : dossier.readings)
        rows += li({t("privacy.read_by", {{"role", t("people.role." + std::string(word_of(one.role)))},
                                          {"part", t("records.part." + one.part)},
                                          {"day", told("at", to_iso(one.at), t)}})});
    return design::card({.title = t("privacy.readings"),
                         .body = rows.empty() ? p({t("privacy.readings_none")}) : ul({rows})});
}

Markup dossier_body(const Dossier& dossier, const Url& file, const i18n::Words& t) {
    Markup body = design::button_row({design::link_button(
        {.word = t("privacy.download"), .icon = "file-down", .look = design::Look::Outline}, file)});
    for (const Part& part : dossier.parts) body += part_card(part, t);
    return body + readings_card(dossier, t);
}

http::Response as_file(const Dossier& dossier) {
    return http::download(as_json(dossier), "application/json", "dossier.json");
}

}  // namespace

http::Response my_dossier(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto held =
        room.database.read([&](const sql::Reader& db) { return dossier_of(db, visit.actor().person); });
    auto body = design::heading({.title = t("privacy.mine"),
                                 .lead = p({t("privacy.mine_lead")}),
                                 .above = design::back_link({t("people.self.title"), Url("/moi")})});
    body += dossier_body(held, Url("/moi/donnees.json"), t);
    body += design::card({.title = t("privacy.rights"), .body = p({t("privacy.rights_mine")})});
    return design::page(visit, {.title = t("privacy.mine"), .body = body, .here = "self"});
}

http::Response my_dossier_json(Room& room, web::Visit& visit) {
    return as_file(
        room.database.read([&](const sql::Reader& db) { return dossier_of(db, visit.actor().person); }));
}

http::Response dossier(Room& room, web::Visit& visit, PersonId id) {
    const auto& t = visit.words();
    const auto held = room.database.read([&](const sql::Reader& db) {
        return people::visible_to(db, visit.actor(), id) ? std::optional(dossier_of(db, id)) : std::nullopt;
    });
    if (!held) return design::refused(visit, {"privacy.not_there"}, Url("/accueil"));
    journal::note_reading(room.database, visit.act(), id, "dossier", visit.actor().site);
    const Url person = Url("/personnes") / id;
    auto body = design::heading({.title = t("privacy.theirs", {{"name", people::full_name(held->person)}}),
                                 .lead = p({t("privacy.theirs_lead")}),
                                 .above = design::back_link({people::full_name(held->person), person})});
    body += dossier_body(*held, person / "donnees.json", t);
    body += design::card(
        {.title = t("privacy.erase"),
         .body = p({t("privacy.erase_lead")}) +
                 design::link_button(
                     {.word = t("privacy.erase_see"), .icon = "trash-2", .look = design::Look::Outline},
                     person / "effacement")});
    return design::page(visit, {.title = t("privacy.theirs", {{"name", people::full_name(held->person)}}),
                                .body = body,
                                .here = "cohort"});
}

http::Response dossier_json(Room& room, web::Visit& visit, PersonId id) {
    const auto held = room.database.read([&](const sql::Reader& db) {
        return people::visible_to(db, visit.actor(), id) ? std::optional(dossier_of(db, id)) : std::nullopt;
    });
    if (!held) return design::refused(visit, {"privacy.not_there"}, Url("/accueil"));
    journal::note_reading(room.database, visit.act(), id, "dossier", visit.actor().site);
    return as_file(*held);
}

}  // namespace fabnum::privacy
