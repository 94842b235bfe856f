// GET /promo/nouvelle, POST /promos: a cohort starts from the usual programme. GET and POST
// /promo/{}/reglages: its name, dates and seats change.

#include "features/cohorts/pages/cohort_fragments.h"
#include "features/cohorts/pages/cohort_pages.h"

namespace fabnum::cohorts {

using namespace html;

namespace {

Markup fields_of(const forms::Form& form, const i18n::Words& t) {
    return design::field(form,
                         {.name = "name", .label = t("cohorts.new.name"), .help = t("cohorts.new.name_help")},
                         t) +
           design::field_row({design::field(form,
                                            {.name = "starts",
                                             .label = t("cohorts.new.starts"),
                                             .input = design::Input::Day,
                                             .help = t("cohorts.new.starts_help")},
                                            t),
                              design::field(form,
                                            {.name = "ends",
                                             .label = t("cohorts.new.ends"),
                                             .input = design::Input::Day,
                                             .help = t("cohorts.new.ends_help")},
                                            t)}) +
           design::field_row({design::field(form,
                                            {.name = "seats",
                                             .label = t("cohorts.new.seats"),
                                             .input = design::Input::Number,
                                             .narrow = true},
                                            t),
                              design::field(form,
                                            {.name = "weekly_hours",
                                             .label = t("cohorts.new.weekly_hours"),
                                             .input = design::Input::Number,
                                             .help = t("cohorts.new.weekly_hours_help"),
                                             .narrow = true,
                                             .unit = "h"},
                                            t)});
}

// The end may stay empty on a new cohort: 26 weeks, until the Friday.
Cohort read(forms::Form& form, Cohort cohort, forms::Need ends_need) {
    cohort.name = form.text("name", {.most = 60});
    const auto starts = form.day("starts");
    const auto ends = form.day("ends", ends_need);
    const auto seats = form.number("seats", 1, 60);
    const auto hours = form.number("weekly_hours", 1, 48);
    if (starts) cohort.starts = *starts;
    if (starts) cohort.ends = ends.value_or(monday_of(*starts) + (26 * 7 - 3));
    if (seats) cohort.seats = static_cast<int>(*seats);
    if (hours) cohort.weekly_hours = static_cast<int>(*hours);
    if (starts && ends && *ends <= *starts) form.refuse("ends", {"cohorts.problem.ends_before"});
    return cohort;
}

http::Response new_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("cohorts.new.title"),
                                 .lead = p({t("cohorts.new.lead")}),
                                 .above = design::back_link({t("cohorts.list.title"), Url("/promos")})});
    body += design::mistakes(form, t);
    body += design::sending(
        Url("/promos"), fields_of(form, t) + design::button({.word = t("cohorts.new.open"), .icon = "plus"}));
    return design::page(visit, {.title = design::form_title(form, t("cohorts.new.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

http::Response settings_page(web::Visit& visit, const Cohort& cohort, const forms::Form& form,
                             int status = 200) {
    const auto& t = visit.words();
    return cohort_part(
        visit, cohort, "settings", form,
        design::card(
            {.title = t("cohorts.tab.settings"),
             .body = design::sending(
                 url_of(cohort.id) / "reglages",
                 fields_of(form, t) + design::button({.word = t("cohorts.new.keep"), .icon = "check"}))}),
        status);
}

}  // namespace

http::Response cohort_new(Room&, web::Visit& visit) {
    forms::Form form;
    const Cohort usual;
    form.put("seats", std::to_string(usual.seats)).put("weekly_hours", std::to_string(usual.weekly_hours));
    return new_page(visit, form);
}

http::Response cohort_open(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    Cohort cohort;
    cohort.site = visit.actor().site;
    cohort = read(form, cohort, forms::Need::Maybe);
    if (!cohort.site) form.refuse("name", {"cohorts.problem.choose_site"});
    if (!form.is_good()) return new_page(visit, form, 422);
    const auto opened = start(room.database, visit.act(), cohort);
    if (!opened) {
        form.refuse("starts", opened.refusal());
        return new_page(visit, form, 422);
    }
    visit.say("cohorts.said.opened", {{"name", cohort.name}});
    return http::see_other(url_of(*opened) / "calendrier");
}

http::Response cohort_settings(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    const auto& t = visit.words();
    forms::Form form;
    form.put("name", cohort->name)
        .put("starts", t.numeric_day(cohort->starts))
        .put("ends", t.numeric_day(cohort->ends))
        .put("seats", std::to_string(cohort->seats))
        .put("weekly_hours", std::to_string(cohort->weekly_hours));
    return settings_page(visit, *cohort, form);
}

http::Response cohort_change(Room& room, web::Visit& visit, CohortId id) {
    const auto cohort = seen(room, visit, id);
    if (!cohort) return not_there(visit);
    forms::Form form(visit);
    const Cohort changed = read(form, *cohort, forms::Need::Must);
    if (!form.is_good()) return settings_page(visit, *cohort, form, 422);
    const auto done = change(room.database, visit.act(), changed);
    if (!done) {
        form.refuse("ends", done.refusal());
        return settings_page(visit, *cohort, form, 422);
    }
    visit.say("cohorts.said.changed");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::cohorts
