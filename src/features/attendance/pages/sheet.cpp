// GET /presence/{}/{}/{}: the sheet of a half-day: who was there, who signed when and how, and the team's own
// signature under it. GET /presence/{}/{}/preuves: a month of signatures that can be verified alone.

#include "features/attendance/pages/attendance_fragments.h"
#include "features/sites/sites.h"
#include "platform/clock/clock.h"

namespace fabnum::attendance {

using namespace html;

namespace {

std::string signed_words(const Signature& one, const web::Visit& visit) {
    const auto& t = visit.words();
    const std::string time = t.time(clock::minutes_in(visit.visitor().zone, one.at));
    const Day on = clock::day_in(visit.visitor().zone, one.at);
    const std::string when = on == one.day ? time : t.short_day(on) + ", " + time;
    return when + ", " + t("attendance.signed_by." + one.method);
}

Markup signature_cell(const Line& line, const Url& here, const web::Visit& visit) {
    const auto& t = visit.words();
    if (line.signature && !line.signed_before_correction)
        return design::tag({design::Tone::Good, signed_words(*line.signature, visit), "signature"});
    if (!line.mark || !is_here(line.mark->code)) return text("–");
    return join({line.signature ? p({t("attendance.signed_before_correction")}) : Markup(),
                 design::link_button({.word = t("attendance.sign"),
                                      .icon = "signature",
                                      .look = design::Look::Outline,
                                      .size = design::Size::Small,
                                      .label = t("attendance.sign") + ", " + people::full_name(line.face)},
                                     here / line.face.id / "signature")});
}

Markup lines_card(const Sheet& sheet, const Url& here, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("attendance.sheet"),
                        .columns = {{.word = t("attendance.column.name")},
                                    {.word = t("attendance.column.state")},
                                    {.word = t("attendance.column.arrived"), .extra = true},
                                    {.word = t("attendance.column.signature")}},
                        .rows = {}};
    for (const Line& line : sheet.lines)
        table.rows.push_back({design::row_link(people::full_name(line.face), here / line.face.id),
                              mark_tag(line.mark, t),
                              text(line.mark && line.mark->arrived ? t.time(*line.mark->arrived) : "–"),
                              signature_cell(line, here, visit)});
    return design::card({.title = t("attendance.sheet"), .body = design::table(table, t), .flush = true});
}

Markup trainers_card(const Sheet& sheet, const Url& here, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup lines;
    for (const Signature& one : sheet.trainers) lines += li({b({one.name}), " ", signed_words(one, visit)});
    Markup body;
    if (!lines.empty()) body += ul({lines});
    if (!sheet.covers)
        body += p({t("attendance.unmarked_left")});
    else if (sheet.trainers_are_current)
        body += design::notice({.tone = design::Tone::Good, .sentence = t("attendance.sheet_signed")});
    else
        body += p({t(sheet.trainers.empty() ? "attendance.trainer_why" : "attendance.trainer_again")}) +
                design::link_button({.word = t("attendance.trainer_sign"), .icon = "signature"},
                                    here / visit.actor().person / "signature");
    return design::card({.title = t("attendance.trainer"), .body = body});
}

Markup facts_card(const Sheet& sheet, const i18n::Words& t) {
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("attendance.fact.hours"),
         text(hours_words(sheet.planned, t) + ", " + t.duration(sheet.planned.minutes))}};
    for (const auto& one : sheet.sessions) {
        std::string detail = one.title + (one.room.empty() ? "" : ", " + one.room);
        if (one.capacity) detail += ", " + t("attendance.fact.capacity", {{"count", *one.capacity}});
        if (!one.operated_by.empty()) detail += ". " + one.operated_by;
        facts.emplace_back(t("attendance.fact.session"), a({href(Url("/seances") / one.id), detail}));
    }
    return design::card({.title = t("attendance.fact.title"), .body = design::definitions(facts)});
}

Markup paper_card(const Room& room, const Where& where, const Url& here, const i18n::Words& t) {
    Markup links;
    if (room.printer.is_available())
        links += li({a({href(here / "feuille.pdf"), t("attendance.paper.print")})});
    links += li({a({href(here / "papier"), t("attendance.paper.enter")})});
    links += li({a({href(Url("/presence") / where.cohort.id / to_iso(where.day).substr(0, 7) / "preuves"),
                    t("attendance.proof.get")})});
    return design::card(
        {.title = t("attendance.paper.title"), .body = ul({links}) + p({t("attendance.proof.why")})});
}

}  // namespace

http::Response sheet_show(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half) {
    const auto& t = visit.words();
    std::optional<Where> where;
    const auto found = room.database.read([&](const sql::Reader& db) -> std::optional<Sheet> {
        where = where_of(db, visit.actor(), cohort, day, half);
        if (!where) return std::nullopt;
        return sheet(db, where->cohort, where->day, where->half);
    });
    if (!found) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    const Url here = url_of(cohort, where->day, where->half);
    const std::string count =
        t("attendance.here_of", {{"here", found->here()}, {"all", found->lines.size()}});
    auto body = design::heading(
        {.title = t("attendance.sheet"),
         .lead = p({where->cohort.name, ". ", when_words(where->day, where->half, t), ". ", count}),
         .above = design::back_link({t("attendance.title"), faces_url(where->day, where->half)})});
    if (!found->planned)
        body += design::empty_state({.icon = "calendar-days",
                                     .title = t("attendance.nothing_planned"),
                                     .sentence = t("attendance.nothing_planned_why")});
    else
        body += design::columns(design::stack({lines_card(*found, here, visit)}),
                                design::stack({trainers_card(*found, here, visit), facts_card(*found, t),
                                               paper_card(room, *where, here, t)}));
    return design::page(visit, {.title = t("attendance.sheet"), .body = body, .here = "presence"});
}

http::Response proof(Room& room, web::Visit& visit, CohortId id, std::string month) {
    const auto first = day_from_iso(month + "-01");
    const auto text = room.database.read([&](const sql::Reader& db) -> std::optional<std::string> {
        const auto cohort = cohorts::find(db, id);
        if (!cohort || !first || !reaches(visit.actor(), cohort->site)) return std::nullopt;
        const auto site = sites::find(db, cohort->site);
        return proof_of(db, *cohort, site ? site->name : "", *first, visit.now());
    });
    if (!text) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    return http::download(*text, "application/jsonl", "presence-" + month + ".jsonl");
}

}  // namespace fabnum::attendance
