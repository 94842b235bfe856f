// GET /echeances: what has to be done on this site, until when, the most urgent first. Also as CSV and XLSX.

#include <algorithm>

#include "base/text.h"
#include "design/page.h"
#include "features/deadlines/pages/deadline_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::deadlines {

using namespace html;

namespace {

std::vector<Deadline> shown(Room& room, const web::Visit& visit) {
    auto all = room.database.read(
        [&](const sql::Reader& db) { return due(db, room.orders, visit.actor(), visit.today()); });
    const auto wanted = visit.request().query.get("poids");
    if (!wanted.empty())
        std::erase_if(all, [&](const Deadline& one) {
            return word_in(severities, trigger_of(one.kind).severity) != wanted;
        });
    return all;
}

std::string what(const Deadline& one, const i18n::Words& t) {
    switch (one.kind) {
        case TriggerKind::BeforeStart:
        case TriggerKind::Papers: return capitalised(t("volunteering.need." + std::string(one.word)));
        case TriggerKind::EndTask: return t("volunteering.task." + std::string(one.word));
        case TriggerKind::HostPayment:
            return t("deadlines.what.host_payment",
                     {{"month", t.month(day_from_iso(one.about).value_or(one.due))}});
        case TriggerKind::ApprovalEnds: return t("deadlines.what.approval_ends", {{"number", one.about}});
        case TriggerKind::OrderDue: return one.about;
    }
    return one.about;
}

// The same proof asked for several people on the same day is one thing to do.
struct Line {
    Deadline first;
    std::size_t people = 1;
};
std::vector<Line> lines_of(std::vector<Deadline> all) {
    std::vector<Line> lines;
    for (Deadline& one : all) {
        const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
            return one.kind == TriggerKind::HostPayment && line.first.kind == one.kind &&
                   line.first.about == one.about;
        });
        if (same == lines.end())
            lines.push_back({std::move(one)});
        else
            ++same->people;
    }
    return lines;
}

Url where(const Deadline& one) {
    if (one.order) return Url("/commandes") / one.order;
    if (one.agreement) return Url("/conventions") / one.agreement;
    return Url("/volontariats") / one.engagement;
}

Url where(const Line& line) {
    return line.people > 1 ? Url("/prestations") / line.first.about.substr(0, 7) : where(line.first);
}

design::Tag weight_tag(const Deadline& one, const i18n::Words& t) {
    const Severity severity = trigger_of(one.kind).severity;
    const design::Tone tone = severity == Severity::Block || severity == Severity::Red ? design::Tone::Alert
                              : severity == Severity::Amber                            ? design::Tone::Watch
                                                                                       : design::Tone::Info;
    return {tone, t("deadlines.weight." + std::string(word_in(severities, severity)))};
}

Url with_filter(Url to, const web::Visit& visit) {
    const auto given = visit.request().query.get("poids");
    return given.empty() ? to : to.with("poids", given);
}

Markup filters(const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    form.put("poids", std::string(visit.request().query.get("poids")));
    std::vector<design::Choice> choices;
    for (const auto& [word, severity] : severities)
        choices.push_back({std::string(word), t("deadlines.weight." + std::string(word))});
    return design::filter_bar(
        {.to = Url("/echeances"),
         .fields = design::select_field(form,
                                        {.name = "poids",
                                         .label = t("deadlines.column.weight"),
                                         .choices = choices,
                                         .optional = true,
                                         .empty_word = t("deadlines.all")},
                                        t),
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/echeances")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/echeances.csv"), visit)},
                                          {"XLSX", with_filter(Url("/echeances.xlsx"), visit)}},
                                         t)},
        t);
}

sheets::Sheet sheet_of(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    sheets::Sheet sheet{
        .title = t("deadlines.title"),
        .columns = {t("deadlines.column.what"), t("deadlines.column.who"), t("deadlines.column.subject"),
                    t("deadlines.column.due"), t("deadlines.column.weight")},
        .rows = {}};
    for (const Deadline& one : shown(room, visit))
        sheet.rows.push_back({what(one, t), one.who,
                              t("deadlines.subject." + std::string(trigger_of(one.kind).word)), one.due,
                              weight_tag(one, t).word});
    return sheet;
}

}  // namespace

http::Response list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto all = lines_of(shown(room, visit));
    auto body =
        design::heading({.title = t("deadlines.title"),
                         .lead = p({t("deadlines.count", {{"count", all.size()}})}),
                         .above = design::back_link({t("volunteering.list.title"), Url("/volontariats")})});
    body += filters(visit);
    if (all.empty()) {
        body += design::empty_state(
            {.icon = "circle-check", .title = t("deadlines.none"), .sentence = t("deadlines.none_why")});
        return design::page(visit, {.title = t("deadlines.title"), .body = body, .here = "cohort"});
    }
    design::Table table{.caption = t("deadlines.title"),
                        .columns = {{.word = t("deadlines.column.what")},
                                    {.word = t("deadlines.column.who")},
                                    {.word = t("deadlines.column.subject"), .extra = true},
                                    {.word = t("deadlines.column.due")},
                                    {.word = t("deadlines.column.weight"), .extra = true}},
                        .rows = {}};
    for (const Line& line : all) {
        const Deadline& one = line.first;
        const std::string who = line.people > 1   ? t("deadlines.young", {{"count", line.people}})
                                : one.who.empty() ? "–"
                                                  : one.who;
        table.rows.push_back(
            {design::row_link(what(one, t), where(line)), text(who),
             text(t("deadlines.subject." + std::string(trigger_of(one.kind).word))),
             one.due < visit.today()
                 ? design::tag({design::Tone::Alert, t("deadlines.late", {{"day", t.short_day(one.due)}})})
                 : text(t.day_from_today(one.due, visit.today())),
             design::tag(weight_tag(one, t))});
    }
    body += design::card(
        {.title = t("deadlines.title"), .body = design::table(table, t), .flush = true, .quiet = true});
    return design::page(visit, {.title = t("deadlines.title"), .body = body, .here = "cohort"});
}

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "echeances-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "echeances-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::deadlines
