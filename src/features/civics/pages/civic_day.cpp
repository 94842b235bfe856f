// GET and POST /formation-civique/journee: a civic day goes into the timetable, morning and afternoon. POST
// /formation-civique/seances/{}: what a session taught.

#include "features/civics/pages/civic_fragments.h"
#include "features/civics/pages/civic_pages.h"

namespace fabnum::civics {

using namespace html;

namespace {

struct Hours {
    std::string_view word;
    int starts, ends;  // minutes of the day
};
constexpr Hours halves[] = {{"am", 9 * 60, 12 * 60}, {"pm", 13 * 60 + 30, 16 * 60 + 30}};

std::vector<design::Choice> cohort_choices(const std::vector<cohorts::Cohort>& all, Day today) {
    std::vector<design::Choice> choices;
    choices.reserve(all.size());
    for (const auto& one : all)
        if (one.ends >= today) choices.push_back({std::to_string(one.id.value), one.name});
    return choices;
}

Markup doubts_of(const std::vector<Refusal>& doubts, const forms::Form& form, const i18n::Words& t) {
    if (doubts.empty()) return {};
    Markup lines;
    for (const Refusal& doubt : doubts) {
        Refusal said = doubt;
        for (auto& [name, value] : said.facts)
            if (const auto day = day_from_iso(value); day && name == "day") value = t.day(*day);
        lines += li({t(said)});
    }
    return design::notice({.tone = design::Tone::Watch,
                           .title = t("timetable.doubtful"),
                           .sentence = t("timetable.doubtful_why"),
                           .more = ul({lines})}) +
           design::field(
               form,
               {.name = "because", .label = t("timetable.because"), .help = t("timetable.because_help")}, t);
}

Markup when_fields(const forms::Form& form, const i18n::Words& t) {
    return design::field_row(
        {design::field(form, {.name = "day", .label = t("timetable.field.day"), .input = design::Input::Day},
                       t),
         design::checkboxes(form,
                            {.name = "half",
                             .label = t("civics.field.halves"),
                             .choices = {{"am", t("civics.field.am")}, {"pm", t("civics.field.pm")}}},
                            t)});
}

Markup what_fields(const forms::Form& form, const i18n::Words& t) {
    return design::radio_cards(form,
                               {.name = "part",
                                .label = t("civics.field.part"),
                                .choices = {{.value = "theory",
                                             .word = part_word(Part::Theory, t),
                                             .detail = t("civics.part.theory_why"),
                                             .icon = "landmark"},
                                            {.value = "first_aid",
                                             .word = part_word(Part::FirstAid, t),
                                             .detail = t("civics.part.first_aid_why"),
                                             .icon = "heart"}}},
                               t) +
           design::field(
               form,
               {.name = "title", .label = t("civics.field.theme"), .help = t("civics.field.theme_help")}, t);
}

http::Response form_page(Room& room, web::Visit& visit, const forms::Form& form,
                         const std::vector<Refusal>& doubts, int status = 200) {
    const auto& t = visit.words();
    const auto all =
        room.database.read([&](const sql::Reader& db) { return cohorts::of_site(db, visit.actor().site); });
    auto body = design::heading({.title = t("civics.day.title"),
                                 .lead = p({t("civics.day.lead")}),
                                 .above = design::back_link({t("civics.title"), Url("/formation-civique")})});
    body += design::mistakes(form, t);
    Markup fields = doubts_of(doubts, form, t) +
                    design::select_field(form,
                                         {.name = "cohort",
                                          .label = t("civics.field.cohort"),
                                          .choices = cohort_choices(all, visit.today())},
                                         t) +
                    what_fields(form, t) + when_fields(form, t);
    fields += design::field_row({design::field(form, {.name = "room", .label = t("timetable.field.room")}, t),
                                 design::field(form,
                                               {.name = "outside",
                                                .label = t("timetable.field.outside"),
                                                .help = t("timetable.outside_help"),
                                                .optional = true},
                                               t)});
    fields += design::button(
        {.word = t(doubts.empty() ? "civics.day.do" : "timetable.keep_all_the_same"), .icon = "check"});
    body += design::card({.title = t("civics.day.title"),
                          .body = design::sending(Url("/formation-civique/journee"), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("civics.day.title"), t),
                                .body = body,
                                .here = "cohort",
                                .status = status});
}

std::vector<timetable::Session> sessions_in(forms::Form& form, const web::Visit& visit) {
    timetable::Session one;
    one.site = visit.actor().site;
    one.kind = timetable::Kind::Civic;
    one.nature = cohorts::Nature::Civic;
    one.cohort = form.id<cohorts::CohortTag>("cohort");
    one.title = form.text("title", {.most = 80, .missing = "civics.problem.theme"});
    one.day = form.day("day").value_or(visit.today());
    one.room = form.text("room", {.most = 60, .missing = "timetable.problem.room"});
    one.outside = form.text("outside", {.need = forms::Need::Maybe, .least = 0, .most = 80});
    std::vector<timetable::Session> all;
    for (const Hours& half : halves) {
        if (!form.has("half", half.word)) continue;
        all.push_back(one);
        all.back().starts = half.starts;
        all.back().ends = half.ends;
    }
    if (all.empty()) form.refuse("half", {"civics.problem.half"});
    return all;
}

}  // namespace

http::Response day_form(Room& room, web::Visit& visit) {
    forms::Form form;
    auto cohort = std::string(visit.request().query.get("promo"));
    if (cohort.empty()) {
        const auto running = room.database.read(
            [&](const sql::Reader& db) { return cohorts::running(db, visit.actor().site, visit.today()); });
        if (running) cohort = std::to_string(running->id.value);
    }
    form.put("cohort", cohort).put("part", "theory").put("half", "am").put("half", "pm");
    form.put("day", visit.words().numeric_day(visit.today() + 7));
    return form_page(room, visit, form, {});
}

http::Response day_plan(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto part = form.choice<Part>("part", parts);
    const auto sessions = sessions_in(form, visit);
    const auto cohort = room.database.read(
        [&](const sql::Reader& db) { return cohorts::find(db, form.id<cohorts::CohortTag>("cohort")); });
    if (!cohort || !reaches(visit.actor(), cohort->site)) form.refuse("cohort", {"civics.problem.cohort"});
    if (!form.is_good()) return form_page(room, visit, form, {}, 422);
    const auto because = form.text("because", {.need = forms::Need::Maybe, .least = 0, .most = 200});
    if (because.empty()) {
        const auto doubts =
            room.database.read([&](const sql::Reader& db) { return timetable::doubts_about(db, sessions); });
        if (!doubts.empty()) {
            form.refuse("because", {"timetable.problem.because"});
            return form_page(room, visit, form, doubts, 422);
        }
    }
    const auto done = plan_day(room.database, visit.act(), *part, sessions, because);
    if (!done) return design::refused(visit, done.refusal(), Url("/formation-civique"), "cohort");
    visit.say("civics.said.planned");
    return http::see_other(Url("/formation-civique").with("promo", cohort->id.value));
}

http::Response part_set(Room& room, web::Visit& visit, timetable::SessionId id) {
    forms::Form form(visit);
    const auto part = form.choice<Part>("part", parts);
    if (!part) return not_there(visit);
    const auto done = set_part(room.database, visit.act(), id, *part);
    if (!done) return design::refused(visit, done.refusal(), Url("/formation-civique"), "cohort");
    const auto session = room.database.read([&](const sql::Reader& db) { return timetable::find(db, id); });
    visit.say("civics.said.sorted");
    return http::see_other(Url("/formation-civique").with("promo", session->cohort.value));
}

}  // namespace fabnum::civics
