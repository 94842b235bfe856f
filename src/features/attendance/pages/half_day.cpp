// GET /presence/{}/{}/{}/{}: one half-day of one person: every answer, the exact times, and each line ever
// written.

#include "features/attendance/pages/attendance_fragments.h"
#include "platform/clock/clock.h"
#include "platform/journal/readings.h"

namespace fabnum::attendance {

using namespace html;

namespace {

struct Facts {
    std::optional<Where> where;
    std::optional<people::Face> face;
    std::vector<Mark> lines;
    std::map<PersonId, people::Face> authors;
    Planned planned;
    // When hours were missed: what is agreed on already, and the half-day to propose.
    std::vector<CatchUp> catch_ups;
    std::optional<CatchUp> free;

    bool has_missed() const {
        return !lines.empty() && rule_of(lines.back().code).hours == Hours::Missed && lines.back().due > 0;
    }
};

std::string clock_text(int minute) {
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(minute / 60) + ":" + two(minute % 60);
}

Facts facts_of(Room& room, const web::Visit& visit, CohortId cohort, std::string_view day,
               std::string_view half, PersonId person) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.where = where_of(db, visit.actor(), cohort, day, half);
        if (!found.where || !cohorts::is_member(db, cohort, person, found.where->day)) return found;
        found.lines = history(db, person, found.where->day, found.where->half);
        std::vector<PersonId> ids = {person};
        for (const Mark& line : found.lines) ids.push_back(line.by);
        found.authors = people::faces(db, ids);
        found.face = found.authors[person];
        found.planned = planned_for(db, cohort, person, found.where->day, found.where->half);
        if (found.has_missed()) {
            found.catch_ups = catch_ups_of(db, person, visit.today(), visit.today() + 60);
            found.free = next_free(cohorts::programme(db, cohort), visit.today());
        }
        return found;
    });
}

Markup history_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    if (facts.lines.empty()) return {};
    std::vector<design::Moment> moments;
    for (const Mark& line : facts.lines) {
        const auto author = facts.authors.find(line.by);
        std::string detail = t("attendance.method." + std::string(word_in(methods, line.method)));
        if (author != facts.authors.end()) detail += ", " + people::full_name(author->second);
        if (line.arrived) detail += ". " + t("attendance.arrived_at", {{"time", t.time(*line.arrived)}});
        if (line.gone) detail += ". " + t("attendance.gone_at", {{"time", t.time(*line.gone)}});
        if (!line.reason.empty()) detail += ". " + line.reason;
        if (line.tablet_at) detail += ". " + t("attendance.tablet_time");
        moments.push_back({.when = &line == &facts.lines.back() ? design::When::Now : design::When::Past,
                           .time = t.short_day(clock::day_in(visit.visitor().zone, line.at)) + " " +
                                   t.time(clock::minutes_in(visit.visitor().zone, line.at)),
                           .title = code_word(line.code, t) + ", " + t.duration(line.done),
                           .detail = detail});
    }
    return design::card({.title = t("attendance.lines"), .body = design::timeline(moments)});
}

// Hours that were missed can be made up for, in a half-day where the cohort does not come.
Markup catch_up_card(const Facts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup agreed;
    for (const CatchUp& one : facts.catch_ups)
        agreed +=
            li({b({t.day(one.day)}), ", ",
                t("attendance.from_to", {{"from", t.time(one.starts)}, {"to", t.time(one.ends)}}), " ",
                design::act_button(Url("/rattrapages") / one.id / "annulation",
                                   {.word = t("attendance.catch_up.call_off"),
                                    .look = design::Look::Outline,
                                    .size = design::Size::Small,
                                    .label = t("attendance.catch_up.call_off") + ", " + t.day(one.day)})});
    const Url here =
        url_of(facts.where->cohort.id, facts.where->day, facts.where->half) / facts.face->id / "rattrapage";
    return design::card(
        {.title = t("attendance.catch_up.title"),
         .body = (agreed.empty() ? Markup() : ul({agreed})) +
                 design::sending(here,
                                 design::field_row({design::field(form,
                                                                  {.name = "day",
                                                                   .label = t("attendance.catch_up.day"),
                                                                   .input = design::Input::Day,
                                                                   .help = t("attendance.catch_up.day_help")},
                                                                  t),
                                                    design::field(form,
                                                                  {.name = "from",
                                                                   .label = t("attendance.catch_up.from"),
                                                                   .input = design::Input::Time},
                                                                  t),
                                                    design::field(form,
                                                                  {.name = "to",
                                                                   .label = t("attendance.catch_up.to"),
                                                                   .input = design::Input::Time},
                                                                  t)}) +
                                     design::button(
                                         {.word = t("attendance.catch_up.agree"), .icon = "calendar-check"})),
         .quiet = true});
}

void put_free(forms::Form& form, const std::optional<CatchUp>& free, const i18n::Words& t) {
    if (!free) return;
    form.put("day", t.numeric_day(free->day));
    form.put("from", clock_text(free->starts));
    form.put("to", clock_text(free->ends));
}

http::Response half_day_page(web::Visit& visit, const Facts& facts, const forms::Form& form,
                             int status = 200) {
    const auto& t = visit.words();
    const Where& where = *facts.where;
    const std::string title = people::full_name(*facts.face);
    const Url here = url_of(where.cohort.id, where.day, where.half) / facts.face->id;
    auto body = design::heading(
        {.title = title,
         .lead = p({when_words(where.day, where.half, t), facts.planned ? ", " : "",
                    facts.planned ? hours_words(facts.planned, t) : std::string()}),
         .above = design::back_link({t("attendance.title"), faces_url(where.day, where.half)})});
    body += design::mistakes(form, t);
    std::vector<design::Choice> choices;
    for (const auto& [word, code] : codes)
        choices.push_back(
            {std::string(word), code_word(code, t), t("attendance.code_help." + std::string(word))});
    Markup fields = design::radio_cards(
                        form, {.name = "code", .label = t("attendance.field.code"), .choices = choices}, t) +
                    design::field_row({design::field(form,
                                                     {.name = "arrived",
                                                      .label = t("attendance.field.arrived"),
                                                      .input = design::Input::Time,
                                                      .optional = true},
                                                     t),
                                       design::field(form,
                                                     {.name = "gone",
                                                      .label = t("attendance.field.gone"),
                                                      .input = design::Input::Time,
                                                      .optional = true},
                                                     t)});
    if (!facts.lines.empty())
        fields += design::field(form,
                                {.name = "reason",
                                 .label = t("attendance.field.reason"),
                                 .help = t("attendance.reason_help"),
                                 .optional = where.day == visit.today()},
                                t);
    fields += design::button({.word = t("attendance.keep"), .icon = "check"});
    body += design::columns(
        design::stack({design::card(
            {.title = t("attendance.field.code"), .body = design::sending(here, fields), .quiet = true})}),
        design::stack(
            {history_card(facts, visit), facts.has_missed() ? catch_up_card(facts, form, visit) : Markup()}));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "presence", .status = status});
}

}  // namespace

http::Response half_day(Room& room, web::Visit& visit, CohortId cohort, std::string day, std::string half,
                        PersonId person) {
    const auto facts = facts_of(room, visit, cohort, day, half, person);
    if (!facts.face) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    journal::note_reading(room.database, visit.act(), person, "presence", facts.where->cohort.site);
    forms::Form form;
    put_free(form, facts.free, visit.words());
    if (!facts.lines.empty()) {
        const Mark& now = facts.lines.back();
        form.put("code", std::string(word_of(now.code)));
        if (now.arrived) form.put("arrived", clock_text(*now.arrived));
        if (now.gone) form.put("gone", clock_text(*now.gone));
    } else {
        const auto asked = visit.request().query.get("code");
        form.put("code", asked.empty() ? "present" : std::string(asked));
    }
    return half_day_page(visit, facts, form);
}

http::Response half_day_mark(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                             std::string half, PersonId person) {
    const auto facts = facts_of(room, visit, cohort, day, half, person);
    if (!facts.face) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    const Where& where = *facts.where;
    forms::Form form(visit);
    NewMark line{.person = person, .cohort = cohort, .day = where.day, .half = where.half};
    line.code = form.choice<Code>("code", codes).value_or(Code::Present);
    if (const auto arrived = form.minutes("arrived", forms::Need::Maybe))
        line.arrived = static_cast<int>(*arrived);
    if (const auto gone = form.minutes("gone", forms::Need::Maybe)) line.gone = static_cast<int>(*gone);
    if (line.arrived && line.gone && *line.gone <= *line.arrived)
        form.refuse("gone", {"attendance.problem.gone"});
    if (line.code == Code::PresentLate && !line.arrived)
        form.refuse("arrived", {"attendance.problem.arrived"});
    if (line.code == Code::LeftEarly && !line.gone) form.refuse("gone", {"attendance.problem.gone_missing"});
    line.reason = form.text("reason", {.need = forms::Need::Maybe, .least = 0, .most = 160});
    if (!form.is_good()) return half_day_page(visit, facts, form, 422);
    const auto done = mark(room.database, visit.act(), line, visit.today());
    if (!done && done.refusal().key == "attendance.reason_missing") {
        form.refuse("reason", done.refusal());
        return half_day_page(visit, facts, form, 422);
    }
    if (!done) return design::refused(visit, done.refusal(), faces_url(where.day, where.half), "presence");
    visit.say("attendance.said_kept");
    return http::see_other(faces_url(where.day, where.half).at("p" + std::to_string(person.value)));
}

http::Response catch_up_agree(Room& room, web::Visit& visit, CohortId cohort, std::string day,
                              std::string half, PersonId person) {
    const auto facts = facts_of(room, visit, cohort, day, half, person);
    if (!facts.face) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    forms::Form form(visit);
    const auto on = form.day("day");
    const auto from = form.minutes("from"), to = form.minutes("to");
    if (!form.is_good()) return half_day_page(visit, facts, form, 422);
    const auto agreed = agree_on_catch_up(room.database, visit.act(),
                                          {.id = {},
                                           .person = person,
                                           .cohort = cohort,
                                           .day = *on,
                                           .starts = static_cast<int>(*from),
                                           .ends = static_cast<int>(*to)},
                                          visit.today());
    if (!agreed) {
        form.refuse("day", agreed.refusal());
        return half_day_page(visit, facts, form, 422);
    }
    visit.say("attendance.catch_up.said", {{"name", facts.face->given_name}});
    return http::see_other(url_of(cohort, facts.where->day, facts.where->half) / person);
}

http::Response catch_up_call_off(Room& room, web::Visit& visit, CatchUpId id) {
    const auto done = call_off_catch_up(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/presence"), "presence");
    visit.say("attendance.catch_up.said_off");
    return http::see_other(Url("/presence"));
}

}  // namespace fabnum::attendance
