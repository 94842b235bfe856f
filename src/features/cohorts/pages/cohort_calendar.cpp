// GET /promo/{}/calendrier: every week of the cohort, half-day by half-day, with the public holidays, the
// closed days and the phases; and the closed days themselves.

#include "base/text.h"
#include "design/attributes.h"
#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

int shown_days(const Programme& programme) {
    int last = 5;
    for (const Slot& slot : programme.week) last = std::max(last, slot.weekday);
    return last;
}

Markup bar(const Slot& slot, const i18n::Words& t) {
    return span({cls("half half-" + std::string(word_in(natures, slot.nature))),
                 attr("title", nature_word(slot.nature, t) + ", " + hours_of(slot, t)),
                 design::for_readers(nature_word(slot.nature, t) + ", " + hours_of(slot, t) + ". ")});
}

Markup day_cell(const Cohort& cohort, const Programme& programme, Day day, const web::Visit& visit) {
    const auto& t = visit.words();
    if (day < cohort.starts || day > cohort.ends) return td({cls("day-out")});
    const Markup number = span({cls("day-number"), std::to_string(static_cast<unsigned>(day.ymd().day()))});
    const bool today = day == visit.today();
    if (const auto holiday = calendar::holiday_on(day))
        return td({cls(today ? "day-rest day-today" : "day-rest"), number,
                   span({cls("day-why"), holiday_word(*holiday, t)})});
    if (const auto closing = closing_on(programme, day))
        return td({cls(today ? "day-rest day-today" : "day-rest"), number,
                   span({cls("day-why"), closing->reason})});
    Markup bars;
    const int weekday = static_cast<int>(day.weekday().iso_encoding());
    for (const Slot& slot : programme.week)
        if (slot.weekday == weekday) bars += bar(slot, t);
    return td({today ? cls("day-today") : Attribute{}, today ? aria("current", "date") : Attribute{}, number,
               bars});
}

Markup week_row(const Cohort& cohort, const Programme& programme, int week, const web::Visit& visit) {
    const auto& t = visit.words();
    const Day monday = monday_of(cohort.starts) + (week - 1) * 7;
    Markup cells = th({attr("scope", "row"), t("cohorts.calendar.week", {{"week", week}}),
                       small({cls("soft"), " " + t.short_day(monday)})});
    for (int i = 0; i < shown_days(programme); ++i) cells += day_cell(cohort, programme, monday + i, visit);
    const int due =
        due_minutes(programme, std::max(monday, cohort.starts), std::min(monday + 6, cohort.ends));
    cells += td({cls("number"), due == 0 ? "–" : t.duration(due)});
    return tr({cells});
}

Markup weeks_table(const Cohort& cohort, const Programme& programme, const web::Visit& visit) {
    const auto& t = visit.words();
    const int days = shown_days(programme);
    Markup head = th({attr("scope", "col"), t("cohorts.calendar.weeks")});
    for (int i = 0; i < days; ++i)
        head += th({attr("scope", "col"), capitalised(t.weekday(monday_of(cohort.starts) + i))});
    head += th({attr("scope", "col"), cls("number"), t("cohorts.calendar.hours")});
    Markup groups, rows;
    std::optional<PhaseKind> under;
    const auto close_group = [&] {
        if (!rows.empty()) groups += tbody({rows});
        rows = {};
    };
    for (int week = 1; week <= weeks_in(cohort); ++week) {
        const Day monday = std::max(cohort.starts, monday_of(cohort.starts) + (week - 1) * 7);
        const auto phase = phase_on(programme, monday);
        if (phase && under != phase->kind) {
            close_group();
            under = phase->kind;
            rows += tr(
                {th({attr("scope", "rowgroup"), attr("colspan", days + 2), cls("phase"),
                     t("cohorts.phase." + std::string(word_in(phase_kinds, phase->kind))),
                     small({cls("soft"), " " + t("cohorts.from_to", {{"from", t.short_day(phase->starts)},
                                                                     {"to", t.short_day(phase->ends)}})})})});
        }
        rows += week_row(cohort, programme, week, visit);
    }
    close_group();
    return div(
        {cls("table-box"), html::role("region"), attr("tabindex", "0"),
         aria("label", t("cohorts.tab.calendar")),
         element("table",
                 {cls("weeks"), caption({cls("for-readers"), t("cohorts.tab.calendar") + ", " + cohort.name}),
                  thead({tr({head})}), groups})});
}

Markup legend_of(const Programme& programme, const i18n::Words& t) {
    Markup items;
    for (const auto& [word, nature] : natures)
        for (const Slot& slot : programme.week)
            if (slot.nature == nature) {
                items += li({span({cls("half half-" + std::string(word)), aria("hidden", "true")}), " ",
                             nature_word(nature, t)});
                break;
            }
    return ul({cls("legend"), html::role("list"), items});
}

Markup closings_card(const Cohort& cohort, const Programme& programme, const forms::Form& form,
                     const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const Closing& one : programme.closings) {
        const std::string when =
            one.from == one.to
                ? t.day_with_year(one.from)
                : t("cohorts.from_to", {{"from", t.short_day(one.from)}, {"to", t.day_with_year(one.to)}});
        rows +=
            li({cls("line"), div({strong({one.reason}), p({cls("soft"), when})}),
                may_steer(visit) ? design::act_button(url_of(cohort.id) / "fermetures" / one.id / "fin",
                                                      {.word = t("cohorts.closing.reopen"),
                                                       .look = design::Look::Outline,
                                                       .size = design::Size::Small,
                                                       .label = t("cohorts.closing.reopen") + ", " + when})
                                 : Markup()});
    }
    Markup body = rows.empty() ? p({cls("soft"), t("cohorts.closing.none")})
                               : ul({cls("plain"), html::role("list"), rows});
    if (may_steer(visit))
        body += design::sending(
            url_of(cohort.id) / "fermetures",
            design::field_row(
                {design::field(
                     form, {.name = "from", .label = t("cohorts.closing.from"), .input = design::Input::Day},
                     t),
                 design::field(form,
                               {.name = "to",
                                .label = t("cohorts.closing.to"),
                                .input = design::Input::Day,
                                .optional = true},
                               t)}) +
                design::field(form,
                              {.name = "reason",
                               .label = t("cohorts.closing.reason"),
                               .help = t("cohorts.closing.reason_help")},
                              t) +
                design::button(
                    {.word = t("cohorts.closing.do"), .icon = "plus", .look = design::Look::Outline}));
    return design::card({.title = t("cohorts.closing.title"), .body = body, .id = "fermetures"});
}

Markup totals_card(const Cohort& cohort, const Programme& programme, const i18n::Words& t) {
    const int due = due_minutes(programme, cohort.starts, cohort.ends);
    return design::card(
        {.title = t("cohorts.calendar.totals"),
         .body = design::definitions(
             {{t("cohorts.calendar.weeks"), text(t.number(std::int64_t{weeks_in(cohort)}))},
              {t("cohorts.calendar.per_week"), text(t.duration(weekly_minutes(programme.week)))},
              {t("cohorts.calendar.due"), text(t.duration(due))}})});
}

http::Response calendar_page(Room& room, web::Visit& visit, const Cohort& cohort, const forms::Form& form,
                             int status = 200) {
    const auto& t = visit.words();
    const auto plan = room.database.read([&](const sql::Reader& db) { return programme(db, cohort.id); });
    Markup body;
    if (plan.week.empty())
        body += design::empty_state(
            {.icon = "calendar-days",
             .title = t("cohorts.calendar.none"),
             .sentence = t("cohorts.calendar.none_why"),
             .action = may_steer(visit)
                           ? design::link_button({.word = t("cohorts.calendar.plan"), .icon = "pen-line"},
                                                 url_of(cohort.id) / "semaine")
                           : Markup()});
    else
        body += design::columns(
            design::card({.title = t("cohorts.tab.calendar"),
                          .body = legend_of(plan, t) + weeks_table(cohort, plan, visit)}),
            design::stack({totals_card(cohort, plan, t), closings_card(cohort, plan, form, visit)}));
    return cohort_part(visit, cohort, "calendar", form, body, status);
}

}  // namespace

http::Response cohort_calendar(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    return cohort ? calendar_page(room, visit, *cohort, {}) : not_there(visit);
}

http::Response cohort_close(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    const auto from = form.day("from");
    const auto to = form.day("to", forms::Need::Maybe);
    const auto reason = form.text("reason", {.most = 80});
    if (form.is_good()) {
        const auto done = close_days(room.database, visit.act(), id,
                                     {.id = {}, .from = *from, .to = to.value_or(*from), .reason = reason});
        if (done) {
            visit.say("cohorts.said.closed");
            return http::see_other((url_of(id) / "calendrier").at("fermetures"));
        }
        form.refuse("from", done.refusal());
    }
    return calendar_page(room, visit, *cohort, form, 422);
}

http::Response cohort_reopen(Room& room, web::Visit& visit, CohortId id, ClosingId closing) {
    const auto done = reopen_days(room.database, visit.act(), id, closing);
    if (!done) return design::refused(visit, done.refusal(), url_of(id) / "calendrier", "cohort");
    visit.say("cohorts.said.reopened");
    return http::see_other((url_of(id) / "calendrier").at("fermetures"));
}

}  // namespace fabnum::cohorts
