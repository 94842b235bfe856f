// GET /mes-jeunes: the adviser's home: only the young people she follows, who missed most first, and what
// waits for her countersignature. GET /visa/{}: the same signatures by a mailed link, without signing in.

#include "base/text.h"
#include "features/statements/pages/statement_pages.h"
#include "platform/clock/clock.h"
#include "platform/sessions/sessions.h"

namespace fabnum::statements {

using namespace html;

namespace {

struct Waiting {
    std::vector<Statement> statements;
    std::map<PersonId, people::Face> faces;
};

Waiting waiting(const sql::Reader& db, PersonId adviser) {
    Waiting found{waiting_for(db, adviser), {}};
    std::vector<PersonId> ids;
    for (const auto& one : found.statements) ids.push_back(one.person);
    found.faces = people::faces(db, ids);
    return found;
}

// `to`: where the signature of one is sent.
template <class To>
Markup waiting_card(const Waiting& facts, const web::Visit& visit, To&& to) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    std::size_t left = 0;
    for (const Statement& one : facts.statements) {
        const auto face = facts.faces.find(one.person);
        if (face == facts.faces.end() || rows.size() >= 60) continue;
        const std::string name = people::full_name(face->second);
        left += one.signed_at ? 0 : 1;
        rows.push_back(
            {.person = design::Person{one.person.value, people::short_name(face->second)},
             .title = name + ", " + t.month(one.month),
             .detail =
                 hours_words(one.total, t) + ". " + t("statements.absences", {{"count", one.total.absences}}),
             .tag = one.signed_at
                        ? std::optional(design::Tag{
                              design::Tone::Good,
                              t("statements.signed_on",
                                {{"day", t.short_day(clock::day_in(visit.visitor().zone, *one.signed_at))}})})
                        : std::nullopt,
             .action = one.signed_at
                           ? Markup()
                           : design::act_button(to(one.id), {.word = t("statements.sign"),
                                                             .icon = "stamp",
                                                             .size = design::Size::Small,
                                                             .label = t("statements.sign") + ", " + name})});
    }
    if (rows.empty())
        return design::empty_state(
            {.icon = "circle-check", .title = t("statements.none"), .sentence = t("statements.none_why")});
    return design::card({.title = t("statements.to_sign", {{"count", left}}),
                         .body = design::decision_list(rows),
                         .flush = true});
}

Markup rows_card(const std::vector<Row>& rows, Day month, const i18n::Words& t) {
    std::vector<design::Decision> all;
    for (const Row& row : rows)
        all.push_back(
            {.person = design::Person{row.face.id.value, people::short_name(row.face)},
             .title = people::full_name(row.face),
             .detail = hours_words(row.total, t),
             .tag = row.alerts > 0 ? std::optional(design::Tag{design::Tone::Alert,
                                                               t("statements.flag", {{"count", row.alerts}})})
                                   : std::nullopt,
             .action =
                 design::link_button({.word = t("statements.see"),
                                      .look = design::Look::Outline,
                                      .size = design::Size::Small,
                                      .label = t("statements.see") + ", " + people::full_name(row.face)},
                                     url_of(row.face.id, month))});
    if (all.empty())
        return design::empty_state(
            {.icon = "users", .title = t("statements.no_youths"), .sentence = t("statements.no_youths_why")});
    return design::card(
        {.title = t("statements.my_youths"), .body = design::decision_list(all), .flush = true});
}

}  // namespace

http::Response my_youths(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const Day month = first_of_month(visit.today());
    struct Facts {
        std::vector<Row> rows;
        Waiting waiting;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{followed_by(db, me, month, visit.today()), waiting(db, me)};
    });
    auto body = design::heading({.title = t("statements.my_youths"),
                                 .lead = p({capitalised(t.month(month)), ". ",
                                            t("statements.youths_count", {{"count", facts.rows.size()}})}),
                                 .aside = design::export_menu({{"CSV", Url("/mes-jeunes.csv")}}, t)});
    body += rows_card(facts.rows, month, t);
    body +=
        waiting_card(facts.waiting, visit, [](StatementId id) { return Url("/mes-jeunes") / id / "visa"; });
    return design::page(visit, {.title = t("statements.my_youths"), .body = body, .wide = true});
}

http::Response my_youths_csv(Room& room, web::Visit& visit) {
    const Day month = first_of_month(visit.today());
    const auto rows = room.database.read(
        [&](const sql::Reader& db) { return followed_by(db, visit.actor().person, month, visit.today()); });
    return http::download(sheets::csv(sheet_of(rows, month, visit.words())), "text/csv; charset=utf-8",
                          "mes-jeunes-" + month_part(month) + ".csv");
}

http::Response my_youths_sign(Room& room, web::Visit& visit, StatementId id) {
    const auto done = countersign(room.database, visit.act(), id, visit.actor().person);
    if (!done) return design::refused(visit, done.refusal(), Url("/mes-jeunes"));
    visit.say("statements.said_signed");
    return http::see_other(Url("/mes-jeunes"));
}

http::Response visa(Room& room, web::Visit& visit, std::string token) {
    const auto& t = visit.words();
    const auto facts = room.database.read([&](const sql::Reader& db) -> std::optional<Waiting> {
        const auto link = sessions::find_link(db, adviser_link, token, visit.now());
        if (!link) return std::nullopt;
        return waiting(db, PersonId{link->subject});
    });
    if (!facts) return design::refused(visit, {"statements.link_ended"}, Url("/"));
    auto body = design::heading({.title = t("statements.title"), .lead = p({t("statements.visa_why")})});
    body += waiting_card(*facts, visit, [&](StatementId id) { return Url("/visa") / token / id; });
    return design::page(visit, {.title = t("statements.title"), .body = body, .wide = true});
}

http::Response visa_sign(Room& room, web::Visit& visit, std::string token, StatementId id) {
    const auto link = room.database.read(
        [&](const sql::Reader& db) { return sessions::find_link(db, adviser_link, token, visit.now()); });
    const Url back = Url("/visa") / token;
    if (!link) return design::refused(visit, {"statements.link_ended"}, Url("/"));
    const auto done = countersign(room.database, visit.act(), id, PersonId{link->subject});
    if (!done) return design::refused(visit, done.refusal(), back);
    visit.say("statements.said_signed");
    return http::see_other(back);
}

}  // namespace fabnum::statements
