// GET /parcours: a young person's own path on a phone: my next meeting, how I am, my goals, what I have done,
// what I have not tried yet, my notes.

#include "features/paths/pages/path_fragments.h"
#include "features/paths/pages/path_pages.h"

namespace fabnum::paths {

using namespace html;

namespace {

struct Facts {
    std::vector<Interview> interviews;
    notebook::Notebook book;
    projects::Deeds deeds;
    std::optional<civics::Sight> civics;
    std::vector<teaching::Trace> traces;
    std::map<PersonId, people::Face> faces;
};

Markup next_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const Interview* next = next_of(facts.interviews, visit.today());
    if (!next) return {};
    std::vector<std::pair<std::string_view, std::string>> lines = {
        {"calendar-days", moment_of(*next, visit)}};
    if (next->state != State::Planned && !next->place.empty()) lines.emplace_back("map-pin", next->place);
    const auto with = facts.faces.find(next->with);
    if (with != facts.faces.end())
        lines.emplace_back("user-round", t("paths.with", {{"name", with->second.given_name}}));
    Markup action;
    const Url here = url_of(next->id) / "reponse";
    if (next->state == State::Offered)
        action = design::act_button(
            here, {.word = t("paths.mine.agree"), .icon = "check", .size = design::Size::Large, .wide = true},
            design::hidden("agrees", "yes"));
    if (next->state == State::Offered || next->state == State::Agreed)
        action += design::act_button(here,
                                     {.word = t("paths.mine.other_time"),
                                      .icon = "calendar-clock",
                                      .look = design::Look::Soft,
                                      .size = design::Size::Large,
                                      .wide = true},
                                     design::hidden("agrees", "no"));
    return design::now_card({.moment = t("paths.mine.next"),
                             .title = kind_word(next->kind, t),
                             .facts = lines,
                             .action = action}) +
           (next->state == State::Agreed ? design::done_line(t("paths.mine.agreed")) : Markup());
}

Markup tried_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup rows;
    for (const auto& [word, kind] : projects::activities)
        if (facts.deeds.minutes[static_cast<std::size_t>(kind)] == 0)
            rows += li({t("projects.activity." + std::string(word))});
    if (rows.empty()) return p({t("paths.mine.tried_all")});
    return ul({cls("fact-list"), rows});
}

Markup steps_of(const Facts& facts, const web::Visit& visit) {
    std::vector<design::Moment> moments;
    const Interview* next = next_of(facts.interviews, visit.today());
    for (const Interview& one : facts.interviews) {
        if (one.state == State::Dropped) continue;
        moments.push_back({.when = one.held       ? design::When::Past
                                   : &one == next ? design::When::Now
                                                  : design::When::Next,
                           .time = visit.words().short_day(one.held.value_or(one.due)),
                           .title = kind_word(one.kind, visit.words())});
    }
    return design::timeline(moments);
}

}  // namespace

http::Response my_path(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.interviews = interviews_of(db, visit.actor(), me);
        found.book = notebook::open_for(db, visit.actor(), me, 3);
        found.deeds = projects::deeds_since(db, me, visit.today() - 400);
        found.traces = teaching::traces_of(db, me);
        found.civics = civics::sight_of(db, visit.actor(), me, visit.today());
        found.faces = writers_of(db, found.book);
        if (const Interview* next = next_of(found.interviews, visit.today()); next && next->with)
            found.faces.merge(people::faces(db, {next->with}));
        return found;
    });
    const Back back{.person = me};
    auto body = design::heading({.title = t("paths.mine.title"), .aside = design::listen_button(t)});
    body += next_card(facts, visit);
    body += design::todo_card({.icon = "heart",
                               .title = t("paths.checkin.title"),
                               .sentence = t("paths.mine.checkin_why"),
                               .action = design::link_button({.word = t("paths.mine.checkin_do"),
                                                              .icon = "message-circle",
                                                              .size = design::Size::Large,
                                                              .wide = true},
                                                             Url("/parcours/point"))});
    if (const Markup checkins = checkins_of(facts.book, visit); !checkins.empty())
        body += design::card({.title = t("paths.mine.checkins"), .body = checkins, .flush = true});
    body += design::section_title(t("paths.mine.goals")) + goals_of(facts.book, back, visit);
    body +=
        design::section_title(t("paths.mine.done"),
                              design::Link{t("projects.see_all"), Url("/participation")}) +
        design::card({.title = t("paths.mine.done"), .body = deeds_of(facts.deeds, visit), .quiet = true});
    body += design::section_title(t("paths.mine.to_try")) +
            design::card({.title = t("paths.mine.to_try"), .body = tried_card(facts, visit), .quiet = true});
    body +=
        design::section_title(t("teaching.title"), design::Link{t("teaching.see"), Url("/entraide")}) +
        design::card({.title = t("teaching.title"), .body = traces_of(facts.traces, visit), .quiet = true});
    if (facts.civics)
        body +=
            design::section_title(t("civics.mine"),
                                  design::Link{t("civics.mine_see"), Url("/formation-civique") / me}) +
            design::card({.title = t("civics.mine"), .body = civics_of(*facts.civics, visit), .quiet = true});
    if (!facts.interviews.empty())
        body += design::section_title(t("paths.mine.steps")) +
                design::card({.title = t("paths.mine.steps"), .body = steps_of(facts, visit), .quiet = true});
    body += design::section_title(t("paths.mine.notes")) +
            design::card({.title = t("paths.mine.notes"),
                          .body = notes_of(facts.book, facts.faces, back, visit),
                          .quiet = true});
    return design::page(visit, {.title = t("paths.mine.title"), .body = body, .here = "path"});
}

}  // namespace fabnum::paths
