// GET /volontariats/{}/contrat, contrat.pdf: the input sheet of the contract: the twelve things it must hold,
// in its order, so that nothing is searched for while they are typed into ELISA; for a minor, two more.

#include "features/parameters/parameters.h"
#include "features/volunteering/pages/volunteering_fragments.h"
#include "platform/assets/assets.h"
#include "platform/journal/readings.h"

namespace fabnum::volunteering {

using namespace html;

namespace {

struct Amounts {
    std::optional<parameters::Parameter> state, host;
};

Amounts amounts_on(const sql::Reader& db, Day day) {
    return {.state = parameters::on(db, "sc.month_state", day),
            .host = parameters::on(db, "sc.host_min", day)};
}

std::string amount(const std::optional<parameters::Parameter>& one, std::string_view key,
                   const i18n::Words& t) {
    if (!one) return t("volunteering.sheet.unknown");
    return t(key, {{"money", t.money(one->money())}, {"day", t.day_with_year(one->from)}});
}

Markup sheet_body(const Sight& sight, const Amounts& amounts, const i18n::Words& t) {
    const Engagement& e = sight.engagement;
    const auto or_missing = [&](const std::string& words) {
        return words.empty() ? strong({t("volunteering.sheet.missing")}) : text(words);
    };
    const std::string name = people::full_name(sight.person);
    const std::string born = sight.person.birth_day ? t("volunteering.sheet.born",
                                                        {{"day", t.day_with_year(*sight.person.birth_day)}})
                                                    : "";
    std::string tutors =
        sight.host_tutor ? people::full_name(*sight.host_tutor) + " (" + sight.host.name + ")" : "";
    if (sight.employer_tutor) {
        const auto& tutor = *sight.employer_tutor;
        tutors += (tutors.empty() ? "" : "; ") + tutor.name + " (" + sight.employer.name + ")";
        if (tutor.phone) tutors += ", " + *tutor.phone;
        if (tutor.mail) tutors += ", " + *tutor.mail;
    }
    const std::pair<std::string_view, Markup> items[] = {
        {"parties", text(sight.employer.name + ", " + sight.employer.town + ". " + name +
                         (born.empty() ? "" : ", " + born) + ". ") +
                        or_missing(e.home_address)},
        {"mission", or_missing(sight.agreement.mission)},
        {"length", text(dates_of(e, t) + ", " +
                        t("volunteering.sheet.months_hours",
                          {{"months", months_of(e.starts, e.last_day())}, {"hours", e.weekly_hours}}))},
        {"preparation", text(t("volunteering.sheet.preparation_text"))},
        {"place", or_missing(sight.agreement.place)},
        {"tutor", or_missing(tutors)},
        {"leave", text(t("volunteering.sheet.leave_text",
                         {{"days", sight.limits.leave_month}, {"all", sight.leave.in_all}}))},
        {"early_end", text(t("volunteering.sheet.early_end_text", {{"months", sight.limits.notice_months}}))},
        {"indemnity", text(amount(amounts.state, "volunteering.sheet.state_text", t))},
        {"benefit", text(amount(amounts.host, "volunteering.sheet.host_text", t))},
        {"civic", text(t("volunteering.sheet.civic_text"))},
        {"arrangements", text(t("volunteering.sheet.arrangements_text", {{"host", sight.host.name}}))},
    };
    Markup rows;
    for (const auto& [word, body] : items)
        rows += li({h3({t("volunteering.sheet." + std::string(word))}), p({body})});
    Markup sheet = ol({cls("sheet-items"), rows});
    if (sight.person.birth_day && calendar::age_on(*sight.person.birth_day, e.starts) < 18) {
        sheet += h3({t("volunteering.sheet.minor")});
        sheet += p({strong({t("volunteering.sheet.guardian")}), text(" "),
                    sight.authorisation
                        ? text(sight.authorisation->guardian + ", " + sight.authorisation->phone + ", " +
                               t("volunteering.sheet.authorised",
                                 {{"day", t.day_with_year(sight.authorisation->signed_on)}}))
                        : strong({t("volunteering.sheet.missing")})});
        sheet += p({strong({t("volunteering.sheet.reinforced")}), text(" "),
                    text(t("volunteering.sheet.reinforced_text"))});
        sheet += p({strong({t("volunteering.sheet.machines")}), text(" "),
                    text(t("volunteering.sheet.machines_text"))});
    }
    sheet += h3({t("volunteering.sheet.agreement")});
    sheet += design::definitions(
        {{t("volunteering.column.employer"), text(sight.employer.name)},
         {t("volunteering.column.host"), text(sight.host.name)},
         {t("volunteering.agreement.number"), text(sight.agreement.number)},
         {t("volunteering.agreement.signed_on"),
          sight.agreement.signed_on ? text(t.day_with_year(*sight.agreement.signed_on)) : or_missing("")},
         {t("volunteering.agreement.benefits"), or_missing(sight.agreement.benefits)},
         {t("volunteering.agreement.insurance"), or_missing(sight.agreement.insurance)}});
    return article({cls("note contract-sheet"), h2({name}), sheet});
}

}  // namespace

http::Response contract_sheet(Room& room, web::Visit& visit, EngagementId id) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    journal::note_reading(room.database, visit.act(), sight->person.id, "volunteering",
                          sight->engagement.site);
    const auto amounts =
        room.database.read([&](const sql::Reader& db) { return amounts_on(db, sight->engagement.starts); });
    const auto& t = visit.words();
    Markup aside;
    if (room.printer.is_available())
        aside = design::link_button({.word = t("volunteering.sheet.pdf"), .icon = "file-down"},
                                    url_of(id) / "contrat.pdf");
    auto body = design::heading({.title = t("volunteering.sheet.title"),
                                 .lead = p({t("volunteering.sheet.lead")}),
                                 .aside = aside,
                                 .above = design::back_link({people::full_name(sight->person), url_of(id)})});
    body += design::card(
        {.title = t("volunteering.sheet.title"), .body = sheet_body(*sight, amounts, t), .quiet = true});
    return design::page(visit, {.title = t("volunteering.sheet.title"), .body = body, .here = "cohort"});
}

http::Response contract_sheet_pdf(Room& room, web::Visit& visit, EngagementId id) {
    const auto sight = seen(room, visit, id);
    if (!sight) return not_there(visit);
    journal::note_reading(room.database, visit.act(), sight->person.id, "volunteering",
                          sight->engagement.site);
    const auto amounts =
        room.database.read([&](const sql::Reader& db) { return amounts_on(db, sight->engagement.starts); });
    const auto& t = visit.words();
    const Document page{.language = std::string(i18n::tag_of(t.voice().language)),
                        .title = t("volunteering.sheet.title") + ", " + people::full_name(sight->person),
                        .body_class = "print-page",
                        .styles = {assets::url_of("assets/app.css")},
                        .body = h1({t("volunteering.sheet.title")}) + sheet_body(*sight, amounts, t)};
    const auto bytes = room.printer.print(html::print(page), {});
    if (!bytes) return design::refused(visit, {"volunteering.no_pdf"}, url_of(id) / "contrat");
    return http::download(*bytes, "application/pdf", "fiche-contrat-" + std::to_string(id.value) + ".pdf");
}

}  // namespace fabnum::volunteering
