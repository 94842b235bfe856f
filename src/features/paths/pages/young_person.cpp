// GET /jeunes/{}: one young person's path, for those who walk beside them. Each look is noted.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"
#include "platform/journal/readings.h"

namespace fabnum::paths {

using namespace html;

namespace {

Markup interviews_card(const std::vector<Interview>& interviews, PersonId person, const web::Visit& visit) {
    const auto& t = visit.words();
    const Interview* next = next_of(interviews, visit.today());
    std::vector<design::Moment> moments;
    for (const Interview& one : interviews)
        moments.push_back({.when = !is_open(one.state) ? design::When::Past
                                   : &one == next      ? design::When::Now
                                                       : design::When::Next,
                           .time = t.short_day(one.held.value_or(one.due)),
                           .title = kind_word(one.kind, t),
                           .to = url_of(one.id),
                           .more = design::tag(state_tag(one, visit))});
    const Markup add = design::sending(
        Url("/jeunes") / person / "entretiens",
        design::field({.name = "due", .label = t("paths.add_when"), .input = design::Input::Day}, t) +
            design::button({.word = t("paths.add_do"), .icon = "plus", .look = design::Look::Outline}),
        {.one_line = true});
    if (moments.empty())
        return design::card({.title = t("paths.interviews"),
                             .body = design::empty_state({.icon = "calendar-days",
                                                          .title = t("paths.none"),
                                                          .sentence = t("paths.none_why")}) +
                                     add});
    return design::card({.title = t("paths.interviews"), .body = design::timeline(moments) + add});
}

}  // namespace

http::Response young_person(Room& room, web::Visit& visit, PersonId id) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<people::Person> person;
        std::optional<cohorts::Cohort> cohort;
        std::vector<Interview> interviews;
        notebook::Notebook book;
        projects::Deeds deeds;
        std::optional<civics::Sight> civics;
        std::vector<teaching::Trace> traces;
        std::map<PersonId, people::Face> faces;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        if (!notebook::may_open(db, visit.actor(), id)) return found;
        found.person = people::find(db, id);
        found.cohort = cohorts::of_person(db, id, visit.today());
        found.interviews = interviews_of(db, visit.actor(), id);
        found.book = notebook::open_for(db, visit.actor(), id);
        found.deeds = projects::deeds_since(db, id, visit.today() - 400);
        found.traces = teaching::traces_of(db, id);
        found.civics = civics::sight_of(db, visit.actor(), id, visit.today());
        found.faces = writers_of(db, found.book);
        return found;
    });
    if (!facts.person) return not_there(visit);
    journal::note_reading(room.database, visit.act(), id, "notebook", visit.actor().site);
    const Back back{.person = id};
    const Interview* next = next_of(facts.interviews, visit.today());
    auto body = design::heading(
        {.title = people::full_name(*facts.person),
         .lead = p({facts.cohort
                        ? facts.cohort->name + ", " +
                              t("cohorts.week", {{"week", cohorts::week_of(*facts.cohort, visit.today())},
                                                 {"weeks", cohorts::weeks_in(*facts.cohort)}})
                        : t("paths.after_cohort")}),
         .aside = design::button_row(
             {next ? design::link_button({.word = t("paths.prepare_next"), .icon = "clipboard-list"},
                                         url_of(next->id))
                   : Markup(),
              design::link_button({.word = t("paths.file"), .icon = "id-card", .look = design::Look::Outline},
                                  Url("/personnes") / id)}),
         .above =
             design::breadcrumb({{t("paths.people.title"), Url("/jeunes")}}, facts.person->given_name, t)});
    Markup narrow = interviews_card(facts.interviews, id, visit);
    if (facts.civics)
        narrow += design::card({.title = t("civics.title"),
                                .action = design::Link{t("civics.see"), Url("/formation-civique") / id},
                                .body = civics_of(*facts.civics, visit)});
    narrow += design::card({.title = t("teaching.title"),
                            .action = design::Link{t("teaching.see"), Url("/entraide")},
                            .body = traces_of(facts.traces, visit)});
    if (visit.actor().role == Role::Coordinator) {
        const Markup checkins = checkins_of(facts.book, visit);
        narrow += design::card({.title = t("paths.checkins"),
                                .body = checkins.empty() ? p({t("paths.checkins_none")}) : checkins,
                                .flush = !checkins.empty()});
    }
    body += design::columns(
        design::stack({design::card({.title = t("paths.goals"), .body = goals_of(facts.book, back, visit)}),
                       design::card({.title = t("paths.notes"),
                                     .body = notes_of(facts.book, facts.faces, back, visit)})}),
        design::stack(
            {narrow, design::card({.title = t("paths.deeds.title"), .body = deeds_of(facts.deeds, visit)})}));
    return design::page(visit, {.title = people::full_name(*facts.person), .body = body, .here = "young"});
}

}  // namespace fabnum::paths
