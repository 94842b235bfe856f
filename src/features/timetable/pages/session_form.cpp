// GET /seances/nouvelle, /seances/{}/changement: a session, once or every week. What an auditor would ask
// about is said before it is kept.

#include "base/words.h"
#include "design/page.h"
#include "features/timetable/pages/timetable_pages.h"

namespace fabnum::timetable {

using namespace html;

namespace {

struct Facts {
    std::vector<people::Face> staff;
    std::vector<cohorts::Cohort> cohorts;
};

Facts facts_for(const sql::Reader& db, const web::Visit& visit) {
    Facts found;
    const SiteId site = visit.actor().site;
    for (const Role role : {Role::Fabmanager, Role::Coordinator})
        for (const auto& face : people::with_role(db, role, site, visit.today())) found.staff.push_back(face);
    for (const auto& cohort : cohorts::of_site(db, site))
        if (cohort.ends >= visit.today()) found.cohorts.push_back(cohort);
    return found;
}

template <class T, std::size_t N>
std::vector<design::Choice> choices_of(const std::pair<std::string_view, T> (&words)[N],
                                       const std::string& prefix, const i18n::Words& t) {
    std::vector<design::Choice> choices;
    for (const auto& [word, value] : words)
        choices.push_back({std::string(word), t(prefix + std::string(word))});
    return choices;
}

Markup place_fields(const forms::Form& form, const i18n::Words& t) {
    return design::field_row(
        {design::field(
             form, {.name = "room", .label = t("timetable.field.room"), .help = t("timetable.room_help")}, t),
         design::field(form,
                       {.name = "capacity",
                        .label = t("timetable.field.capacity"),
                        .input = design::Input::Number,
                        .optional = true,
                        .narrow = true},
                       t)});
}

Markup who_fields(const Facts& facts, const forms::Form& form, const i18n::Words& t) {
    std::vector<design::Choice> staff, promos;
    for (const auto& face : facts.staff)
        staff.push_back({std::to_string(face.id.value), people::full_name(face)});
    for (const auto& cohort : facts.cohorts) promos.push_back({std::to_string(cohort.id.value), cohort.name});
    Markup fields = design::select_field(form,
                                         {.name = "cohort",
                                          .label = t("timetable.field.cohort"),
                                          .choices = promos,
                                          .optional = true,
                                          .empty_word = t("timetable.no_cohort")},
                                         t);
    if (!staff.empty())
        fields += design::checkboxes(form,
                                     {.name = "contributors",
                                      .label = t("timetable.field.contributors"),
                                      .choices = staff,
                                      .optional = true},
                                     t);
    fields += design::field(form,
                            {.name = "outside",
                             .label = t("timetable.field.outside"),
                             .help = t("timetable.outside_help"),
                             .optional = true},
                            t);
    return fields + design::field(form,
                                  {.name = "operated_by",
                                   .label = t("timetable.field.operated_by"),
                                   .help = t("timetable.operated_help"),
                                   .optional = true},
                                  t);
}

Markup fields_of(const Facts& facts, const forms::Form& form, bool repeats, const i18n::Words& t) {
    Markup fields = design::field(
        form, {.name = "title", .label = t("timetable.field.title"), .help = t("timetable.title_help")}, t);
    fields += design::field_row({design::select_field(form,
                                                      {.name = "kind",
                                                       .label = t("timetable.field.kind"),
                                                       .choices = choices_of(kinds, "timetable.kind.", t)},
                                                      t),
                                 design::select_field(form,
                                                      {.name = "nature",
                                                       .label = t("timetable.field.nature"),
                                                       .choices = choices_of(natures, "cohorts.nature.", t),
                                                       .optional = true,
                                                       .empty_word = t("timetable.nature_usual")},
                                                      t)});
    fields += design::field_row(
        {design::field(form, {.name = "day", .label = t("timetable.field.day"), .input = design::Input::Day},
                       t),
         design::field(
             form, {.name = "starts", .label = t("timetable.field.starts"), .input = design::Input::Time}, t),
         design::field(
             form, {.name = "ends", .label = t("timetable.field.ends"), .input = design::Input::Time}, t)});
    fields += place_fields(form, t) + who_fields(facts, form, t);
    if (repeats)
        fields += design::field(form,
                                {.name = "weeks",
                                 .label = t("timetable.field.weeks"),
                                 .input = design::Input::Number,
                                 .help = t("timetable.weeks_help"),
                                 .narrow = true},
                                t);
    return fields;
}

// What stands against it, and the place to say why it is kept all the same.
Markup doubts_card(const std::vector<Refusal>& doubts, const forms::Form& form, const i18n::Words& t) {
    if (doubts.empty()) return {};
    Markup lines;
    for (const Refusal& doubt : doubts) {
        Refusal said = doubt;
        for (auto& [name, value] : said.facts)
            if (name == "day")
                if (const auto day = day_from_iso(value)) value = t.day(*day);
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

Session read(forms::Form& form, const web::Visit& visit) {
    Session one;
    one.site = visit.actor().site;
    one.title = form.text("title", {.most = 80, .missing = "timetable.problem.title"});
    one.kind = form.choice<Kind>("kind", kinds).value_or(Kind::Orders);
    one.nature = form.choice<Nature>("nature", natures, forms::Need::Maybe).value_or(usual_nature(one.kind));
    one.day = form.day("day").value_or(visit.today());
    one.starts = static_cast<int>(form.minutes("starts").value_or(0));
    one.ends = static_cast<int>(form.minutes("ends").value_or(0));
    one.room = form.text("room", {.most = 60, .missing = "timetable.problem.room"});
    if (const auto capacity = form.number("capacity", 1, 500, forms::Need::Maybe))
        one.capacity = static_cast<int>(*capacity);
    one.cohort = form.id<cohorts::CohortTag>("cohort");
    one.contributors = form.ids<PersonTag>("contributors");
    one.outside = form.text("outside", {.need = forms::Need::Maybe, .least = 0, .most = 80});
    one.operated_by = form.text("operated_by", {.need = forms::Need::Maybe, .least = 0, .most = 80});
    if (form.is_good() && (one.ends <= one.starts || one.ends > 24 * 60))
        form.refuse("ends", {"timetable.problem.ends"});
    else if (form.is_good() && one.starts < noon && one.ends > noon + 60)
        form.refuse("ends", {"timetable.problem.one_half"});
    return one;
}

http::Response form_page(Room& room, web::Visit& visit, const forms::Form& form,
                         const std::vector<Refusal>& doubts, const std::optional<Session>& changed,
                         int status = 200) {
    const auto& t = visit.words();
    const auto facts = room.database.read([&](const sql::Reader& db) { return facts_for(db, visit); });
    const std::string title = t(changed ? "timetable.change" : "timetable.new");
    const Url back = changed ? url_of(changed->id) : Url("/seances");
    auto body = design::heading(
        {.title = title,
         .above = design::back_link({changed ? changed->title : t("timetable.title"), back})});
    body += design::mistakes(form, t);
    Markup fields =
        doubts_card(doubts, form, t) + fields_of(facts, form, !changed, t) +
        design::button(
            {.word = t(doubts.empty() ? "timetable.keep" : "timetable.keep_all_the_same"), .icon = "check"});
    body += design::card(
        {.title = title,
         .body = design::sending(changed ? url_of(changed->id) / "changement" : Url("/seances"), fields),
         .quiet = true});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "timetable", .status = status});
}

std::string clock_text(int minute) {
    const std::string hours = std::to_string(minute / 60), rest = std::to_string(minute % 60);
    return (hours.size() < 2 ? "0" : "") + hours + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

// The doubts about what was typed, unless a reason was given to keep it.
std::vector<Refusal> doubts_left(Room& room, const std::vector<Session>& sessions, forms::Form& form) {
    const auto doubts = room.database.read([&](const sql::Reader& db) { return doubts_about(db, sessions); });
    if (!form.typed("because").empty()) return {};
    if (!doubts.empty()) form.refuse("because", {"timetable.problem.because"});
    return doubts;
}

}  // namespace

http::Response session_new(Room& room, web::Visit& visit) {
    forms::Form form;
    const auto& t = visit.words();
    const auto day = day_from_iso(visit.request().query.get("jour")).value_or(visit.today());
    const auto running = room.database.read(
        [&](const sql::Reader& db) { return cohorts::running(db, visit.actor().site, visit.today()); });
    form.put("day", t.numeric_day(day)).put("starts", "09:00").put("ends", "12:00").put("weeks", "1");
    form.put("kind", "orders");
    if (running) form.put("cohort", std::to_string(running->id.value));
    return form_page(room, visit, form, {}, std::nullopt);
}

http::Response session_plan(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const Session one = read(form, visit);
    const int weeks = static_cast<int>(form.number("weeks", 1, 30).value_or(1));
    if (!form.is_good()) return form_page(room, visit, form, {}, std::nullopt, 422);
    const auto sessions = repeated(one, weeks);
    const auto doubts = doubts_left(room, sessions, form);
    if (!doubts.empty()) return form_page(room, visit, form, doubts, std::nullopt, 422);
    const auto because = form.text("because", {.need = forms::Need::Maybe, .least = 0, .most = 200});
    const auto kept = plan(room.database, visit.act(), sessions, because);
    if (!kept) return design::refused(visit, kept.refusal(), Url("/seances"), "timetable");
    visit.say("timetable.said.planned", {{"count", std::to_string(sessions.size())}});
    return http::see_other(Url("/seances").with("semaine", to_iso(one.day)));
}

http::Response session_edit(Room& room, web::Visit& visit, SessionId id) {
    const auto one = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!one || !reaches(visit.actor(), one->site))
        return design::refused(visit, {"timetable.not_there"}, Url("/seances"), "timetable");
    forms::Form form;
    form.put("title", one->title).put("kind", std::string(word_in(kinds, one->kind)));
    form.put("nature", std::string(word_in(natures, one->nature)));
    form.put("day", visit.words().numeric_day(one->day));
    form.put("starts", clock_text(one->starts)).put("ends", clock_text(one->ends)).put("room", one->room);
    if (one->capacity) form.put("capacity", std::to_string(*one->capacity));
    if (one->cohort) form.put("cohort", std::to_string(one->cohort.value));
    for (const PersonId person : one->contributors) form.put("contributors", std::to_string(person.value));
    form.put("outside", one->outside).put("operated_by", one->operated_by);
    return form_page(room, visit, form, {}, one);
}

http::Response session_change(Room& room, web::Visit& visit, SessionId id) {
    const auto before = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!before || !reaches(visit.actor(), before->site))
        return design::refused(visit, {"timetable.not_there"}, Url("/seances"), "timetable");
    forms::Form form(visit);
    Session one = read(form, visit);
    one.id = id;
    if (!form.is_good()) return form_page(room, visit, form, {}, before, 422);
    const auto doubts = doubts_left(room, {one}, form);
    if (!doubts.empty()) return form_page(room, visit, form, doubts, before, 422);
    const auto because = form.text("because", {.need = forms::Need::Maybe, .least = 0, .most = 200});
    const auto done = change(room.database, visit.act(), one, because);
    if (!done) return design::refused(visit, done.refusal(), url_of(id), "timetable");
    visit.say("timetable.said.changed");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::timetable
