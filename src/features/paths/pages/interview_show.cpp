// GET /entretiens/{}: an interview, prepared: the facts since the last one on one screen, and what is decided
// while talking.

#include "features/attendance/attendance.h"
#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"
#include "platform/journal/readings.h"

namespace fabnum::paths {

using namespace html;

namespace {

struct Facts {
    std::optional<Interview> interview;
    std::optional<people::Person> person;
    std::vector<Interview> all;
    notebook::Notebook book;
    projects::Deeds deeds;
    std::vector<attendance::Mark> presence;
    std::vector<orders::Thanked> thanks;
    std::map<PersonId, people::Face> faces;
    std::vector<people::Face> team;
    Day since;
};

Facts facts_for(Room& room, const web::Visit& visit, InterviewId id) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.interview = visible_to(db, visit.actor(), id);
        if (!found.interview) return found;
        const PersonId whose = found.interview->person;
        found.person = people::find(db, whose);
        found.all = interviews_of(db, visit.actor(), whose);
        const auto cohort = cohorts::find(db, found.interview->cohort);
        found.since =
            since_last(found.all, *found.interview, cohort ? cohort->starts : found.interview->due - 30);
        found.book = notebook::open_for(db, visit.actor(), whose);
        found.deeds = projects::deeds_since(db, whose, found.since);
        found.presence = attendance::marks_of(db, whose, found.since, visit.today());
        for (auto& thanks : room.orders.thanks_for(db, projects::all_of(db, whose), 5))
            if (clock::day_in(visit.visitor().zone, thanks.thanks.at) >= found.since)
                found.thanks.push_back(std::move(thanks));
        found.faces = writers_of(db, found.book);
        for (const Role role : {Role::Coordinator, Role::Fabmanager})
            for (auto& face : people::with_role(db, role, found.interview->site, visit.today()))
                found.team.push_back(std::move(face));
        return found;
    });
}

// Hours and half-days, never a judgement: what was owed, what was done, what was missed.
Markup presence_of(const std::vector<attendance::Mark>& marks, const web::Visit& visit) {
    const auto& t = visit.words();
    if (marks.empty()) return {};
    const auto tally = attendance::tally_of(marks);
    return p({b({t("paths.show.presence")}), " ",
              t("paths.show.presence_of", {{"done", t.duration(tally.done)},
                                           {"due", t.duration(tally.due)},
                                           {"missed", std::int64_t{tally.absences}}})});
}

Markup since_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup body = presence_of(facts.presence, visit) + deeds_of(facts.deeds, visit);
    std::vector<std::string> moved;
    for (const auto& goal : facts.book.goals)
        if (notebook::moved_since(goal, facts.since)) moved.push_back(goal.title);
    if (!moved.empty()) body += p({b({t("paths.show.moved")}), " ", t.list(moved)});
    for (const auto& thanks : facts.thanks)
        body += design::message(
            {.from = {.id = static_cast<std::int64_t>(thanks.contact.size()), .name = thanks.contact},
             .when = t.short_day(clock::day_in(visit.visitor().zone, thanks.thanks.at)),
             .body = p({thanks.thanks.message}) + p({cls("soft"), thanks.order})});
    if (const Markup checkins = checkins_of(facts.book, visit); !checkins.empty())
        body += h3({t("paths.checkins")}) + checkins;
    return design::card(
        {.title = t("paths.show.since", {{"day", t.day_with_year(facts.since)}}), .body = body});
}

Markup meeting_card(const Facts& facts, const forms::Form& form, const web::Visit& visit) {
    const auto& t = visit.words();
    const Interview& one = *facts.interview;
    design::Choices with{.name = "with", .label = t("paths.show.with"), .choices = {}};
    for (const auto& face : facts.team)
        with.choices.push_back({std::to_string(face.id.value), people::full_name(face)});
    Markup body = design::definitions({{t("paths.column.state"), design::tag(state_tag(one, visit))},
                                       {t("paths.column.when"), text(moment_of(one, visit))}});
    if (is_open(one.state))
        body += design::sending(
            url_of(one.id) / "rendez-vous",
            design::field_row(
                {design::field(form,
                               {.name = "day", .label = t("paths.show.day"), .input = design::Input::Day}, t),
                 design::field(form,
                               {.name = "time",
                                .label = t("paths.show.time"),
                                .input = design::Input::Time,
                                .example = "14:00"},
                               t)}) +
                design::field(form, {.name = "place", .label = t("paths.show.place"), .optional = true}, t) +
                design::select_field(form, with, t) +
                design::button(
                    {.word = t(one.state == State::Planned ? "paths.show.offer" : "paths.show.offer_again"),
                     .icon = "send",
                     .look = design::Look::Outline}));
    return design::card({.title = t("paths.show.meeting"), .body = body});
}

Markup steps_card(const Interview& one, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup buttons;
    const std::pair<std::string_view, Step> moves[] = {
        {"hold", Step::Hold}, {"miss", Step::Miss}, {"drop", Step::Drop}, {"reopen", Step::Reopen}};
    for (const auto& [word, step] : moves)
        if (after(one.state, step, Staff))
            buttons +=
                design::act_button(url_of(one.id) / "etat",
                                   {.word = t("paths.step." + std::string(word)),
                                    .icon = step == Step::Hold     ? "check"
                                            : step == Step::Reopen ? "undo-2"
                                                                   : "x",
                                    .look = step == Step::Hold ? design::Look::Strong : design::Look::Soft},
                                   design::hidden("step", word));
    return design::card({.title = t("paths.show.end"),
                         .body = p({t("paths.show.end_why")}) + div({cls("button-row"), buttons})});
}

http::Response interview_page(web::Visit& visit, const Facts& facts, const forms::Form& form,
                              int status = 200) {
    const auto& t = visit.words();
    const Interview& one = *facts.interview;
    const Back back{.person = one.person, .to = url_of(one.id)};
    const std::string title = kind_word(one.kind, t) + ", " + facts.person->given_name;
    auto body = design::heading(
        {.title = title,
         .lead = p({t("paths.show.lead")}),
         .aside = design::tag(state_tag(one, visit)),
         .above = design::breadcrumb({{t("paths.list.title"), Url("/entretiens")},
                                      {people::full_name(*facts.person), Url("/jeunes") / one.person}},
                                     kind_word(one.kind, t), t)});
    body += design::mistakes(form, t);
    body += design::columns(
        design::stack({since_card(facts, visit),
                       design::card({.title = t("paths.goals"), .body = goals_of(facts.book, back, visit)})}),
        design::stack({meeting_card(facts, form, visit),
                       design::card({.title = t("paths.notes"),
                                     .body = notes_of(facts.book, facts.faces, back, visit)}),
                       steps_card(one, visit)}));
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "young", .status = status});
}

}  // namespace

http::Response interview(Room& room, web::Visit& visit, InterviewId id) {
    const auto facts = facts_for(room, visit, id);
    if (!facts.interview || !facts.person) return not_there(visit);
    journal::note_reading(room.database, visit.act(), facts.person->id, "notebook", visit.actor().site);
    forms::Form form;
    const Interview& one = *facts.interview;
    const auto& zone = visit.visitor().zone;
    if (one.meets) {
        const int minutes = clock::minutes_in(zone, *one.meets);
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        form.put("day", to_iso(clock::day_in(zone, *one.meets)))
            .put("time", two(minutes / 60) + ":" + two(minutes % 60));
    } else {
        form.put("day", to_iso(std::max(one.due, visit.today())));
    }
    form.put("place", one.place)
        .put("with", std::to_string(one.with ? one.with.value : visit.actor().person.value));
    return interview_page(visit, facts, form);
}

http::Response interview_offer(Room& room, web::Visit& visit, InterviewId id) {
    const auto facts = facts_for(room, visit, id);
    if (!facts.interview || !facts.person) return not_there(visit);
    forms::Form form(visit);
    const auto day = form.day("day");
    const auto time = form.minutes("time");
    Meeting meeting;
    meeting.place = form.text("place", {.need = forms::Need::Maybe, .most = 120});
    meeting.with = form.id<PersonTag>("with");
    bool of_team = false;
    for (const auto& face : facts.team) of_team = of_team || face.id == meeting.with;
    if (!of_team) form.refuse("with", {"forms.choose"});
    if (time && *time >= 24 * 60) form.refuse("time", {"paths.show.time_wrong"});
    if (day && *day < visit.today()) form.refuse("day", {"paths.show.day_past"});
    if (!form.is_good()) return interview_page(visit, facts, form, 422);
    meeting.at = clock::instant_in(visit.visitor().zone, *day, static_cast<int>(*time));
    return answered(visit, offer(room.database, visit.act(), id, meeting), url_of(id), "paths.said.offered");
}

}  // namespace fabnum::paths
