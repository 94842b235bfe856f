// GET /presence/…/feuille.pdf: the sheet to sign in ink. GET /presence/…/papier: what was signed in ink,
// entered.

#include "base/text.h"
#include "features/attendance/pages/attendance_fragments.h"
#include "features/sites/sites.h"
#include "platform/assets/assets.h"
#include "platform/qr/qr.h"

namespace fabnum::attendance {

using namespace html;

namespace {

struct Facts {
    std::optional<Where> where;
    Sheet morning, afternoon, asked;
    sites::Site site;
};

Facts facts_of(Room& room, const web::Visit& visit, CohortId cohort, std::string_view day,
               std::string_view half) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.where = where_of(db, visit.actor(), cohort, day, half);
        if (!found.where) return found;
        found.morning = sheet(db, found.where->cohort, found.where->day, Half::Morning);
        found.afternoon = sheet(db, found.where->cohort, found.where->day, Half::Afternoon);
        found.asked = found.where->half == Half::Morning ? found.morning : found.afternoon;
        found.site = sites::find(db, found.where->cohort.site).value_or(sites::Site{});
        return found;
    });
}

std::string half_head(const Sheet& sheet, const i18n::Words& t) {
    const std::string word = half_word(sheet.half, t);
    return sheet.planned ? word + ", " + hours_words(sheet.planned, t) : word;
}

// What was signed on a screen is said in its box; the others sign in ink.
Markup box(const Sheet& sheet, std::size_t at, const i18n::Words& t) {
    if (!sheet.planned) return td({cls("sheet-box is-off")});
    const Line& line = sheet.lines[at];
    if (line.signature && !line.signed_before_correction)
        return td({cls("sheet-box"), t("attendance.paper.signed", {{"line", line.signature->seq}})});
    if (line.mark && !is_here(line.mark->code)) return td({cls("sheet-box"), code_word(line.mark->code, t)});
    return td({cls("sheet-box")});
}

Markup trainer_box(const Sheet& sheet, const i18n::Words& t) {
    if (!sheet.trainers_are_current) return td({cls("sheet-box")});
    const Signature& last = sheet.trainers.back();
    return td({cls("sheet-box"), last.name + ". " + t("attendance.paper.signed", {{"line", last.seq}})});
}

Markup session_lines(const Facts& facts, const i18n::Words& t) {
    std::vector<std::pair<std::string, Markup>> lines = {
        {t("attendance.paper.place"), text(facts.site.name + ", " + facts.site.address)}};
    for (const Sheet* sheet : {&facts.morning, &facts.afternoon})
        for (const auto& one : sheet->sessions) {
            std::string what = one.title + ", " + one.room;
            if (one.capacity) what += ", " + t("attendance.fact.capacity", {{"count", *one.capacity}});
            if (!one.operated_by.empty()) what += ". " + one.operated_by;
            lines.emplace_back(capitalised(half_word(sheet->half, t)), text(what));
        }
    return design::definitions(lines);
}

Markup paper_body(Room& room, const Facts& facts, const i18n::Words& t) {
    const Where& where = *facts.where;
    Markup rows;
    for (std::size_t i = 0; i < facts.morning.lines.size(); ++i)
        rows += tr({th({attr("scope", "row"), people::full_name(facts.morning.lines[i].face)}),
                    box(facts.morning, i, t), box(facts.afternoon, i, t)});
    rows += tr({cls("sheet-trainer"), th({attr("scope", "row"), t("attendance.paper.trainer")}),
                trainer_box(facts.morning, t), trainer_box(facts.afternoon, t)});
    const std::string address = room.public_address + url_of(where.cohort.id, where.day, where.half).text();
    return article({cls("sheet"), div({cls("sheet-code"), qr::code(address, t("attendance.paper.qr"))}),
                    h1({t("attendance.paper.heading")}),
                    p({where.cohort.name, ". ", capitalised(t.day_with_year(where.day))}),
                    p({cls("sheet-funder"), t("attendance.paper.funder")}), session_lines(facts, t),
                    table({cls("sheet-table"),
                           thead({tr({th({attr("scope", "col"), t("attendance.column.name")}),
                                      th({attr("scope", "col"), half_head(facts.morning, t)}),
                                      th({attr("scope", "col"), half_head(facts.afternoon, t)})})}),
                           tbody({rows})}),
                    p({cls("sheet-foot"), t("attendance.paper.foot")})});
}

http::Response paper_page(web::Visit& visit, const Facts& facts, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const Where& where = *facts.where;
    const Url here = url_of(where.cohort.id, where.day, where.half);
    auto body = design::heading({.title = t("attendance.paper.enter"),
                                 .lead = p({when_words(where.day, where.half, t)}),
                                 .above = design::back_link({t("attendance.sheet"), here})});
    body += design::mistakes(form, t);
    std::vector<design::Choice> people;
    for (const Line& line : facts.asked.lines) {
        const bool done = line.signature && !line.signed_before_correction;
        people.push_back({std::to_string(line.face.id.value),
                          people::full_name(line.face),
                          done        ? t("attendance.paper.already")
                          : line.mark ? code_word(line.mark->code, t)
                                      : "",
                          {},
                          done || (line.mark && !is_here(line.mark->code))});
    }
    body += design::card(
        {.title = t("attendance.paper.enter"),
         .body = design::sending(here / "papier",
                                 design::checkboxes(form,
                                                    {.name = "people",
                                                     .label = t("attendance.paper.who"),
                                                     .choices = people,
                                                     .help = t("attendance.paper.who_help")},
                                                    t) +
                                     design::button({.word = t("attendance.paper.keep"), .icon = "check"})),
         .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("attendance.paper.enter"), t),
                                .body = body,
                                .here = "presence",
                                .status = status});
}

}  // namespace

http::Response sheet_pdf(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half) {
    const auto& t = visit.words();
    const auto facts = facts_of(room, visit, cohort, day, half);
    if (!facts.where) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    const Document page{.language = std::string(i18n::tag_of(t.voice().language)),
                        .title = t("attendance.paper.heading") + " " + day,
                        .body_class = "print-page",
                        .styles = {assets::url_of("assets/app.css")},
                        .body = paper_body(room, facts, t)};
    const auto bytes = room.printer.print(html::print(page));
    if (!bytes)
        return design::refused(visit, {"attendance.no_pdf"},
                               url_of(cohort, facts.where->day, facts.where->half), "presence");
    return http::download(*bytes, "application/pdf", "feuille-" + day + ".pdf");
}

http::Response paper(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half) {
    const auto facts = facts_of(room, visit, cohort, day, half);
    if (!facts.where) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    forms::Form form;
    for (const Line& line : facts.asked.lines)
        if (!line.signature && (!line.mark || is_here(line.mark->code)))
            form.put("people", std::to_string(line.face.id.value));
    return paper_page(visit, facts, form);
}

http::Response paper_enter(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                           std::string half) {
    const auto facts = facts_of(room, visit, cohort, day, half);
    if (!facts.where) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    forms::Form form(visit);
    const auto people = form.ids<PersonTag>("people");
    if (people.empty()) form.refuse("people", {"attendance.problem.nobody"});
    if (!form.is_good()) return paper_page(visit, facts, form, 422);
    const Where& where = *facts.where;
    const auto count = enter_paper(room.database, visit.act(), cohort, where.day, where.half, people);
    const Url here = url_of(cohort, where.day, where.half);
    if (!count) return design::refused(visit, count.refusal(), here, "presence");
    visit.say("attendance.said_paper", {{"count", std::to_string(*count)}});
    return http::see_other(here);
}

}  // namespace fabnum::attendance
