// GET /seances: the week of the site, day by day.

#include <set>

#include "base/text.h"
#include "base/words.h"
#include "design/attributes.h"
#include "design/page.h"
#include "features/timetable/pages/timetable_pages.h"

namespace fabnum::timetable {

using namespace html;

namespace {

design::Tone tone_of(Nature nature) {
    switch (nature) {
        case Nature::Mission: return design::Tone::Progress;
        case Nature::Learning: return design::Tone::Info;
        case Nature::Civic: return design::Tone::Design;
        case Nature::Future: return design::Tone::Watch;
        case Nature::Collective: return design::Tone::Good;
        case Nature::Visit: return design::Tone::Plain;
    }
    return design::Tone::Plain;
}

Markup session_card(const Session& one, const std::map<PersonId, people::Face>& faces, const i18n::Words& t) {
    std::vector<design::Person> leads;
    for (const PersonId id : one.contributors)
        if (const auto face = faces.find(id); face != faces.end())
            leads.push_back({id.value, people::short_name(face->second)});
    const std::string times =
        t("timetable.from_to", {{"from", t.time(one.starts)}, {"to", t.time(one.ends)}});
    return li({cls(one.cancelled ? "plan-session is-cancelled" : "plan-session"),
               p({cls("plan-time"), times}), h3({a({href(url_of(one.id)), one.title})}),
               one.room.empty() ? Markup() : p({one.room}), one.outside.empty() ? Markup() : p({one.outside}),
               design::people_stack(leads, t),
               one.cancelled
                   ? design::tag({design::Tone::Alert, t("timetable.cancelled")})
                   : design::tag({tone_of(one.nature),
                                  t("cohorts.nature." + std::string(word_in(cohorts::natures, one.nature))),
                                  "tag"})});
}

Markup day_column(Day day, const std::vector<Session>& sessions,
                  const std::map<PersonId, people::Face>& faces, const web::Visit& visit) {
    const auto& t = visit.words();
    Markup cards;
    for (const Session& one : sessions)
        if (one.day == day) cards += session_card(one, faces, t);
    const Markup list = cards.empty() ? p({cls("plan-none"), t("timetable.free")})
                                      : ul({cls("plan-sessions"), html::role("list"), cards});
    const bool today = day == visit.today();
    return section({cls(today ? "plan-day is-today" : "plan-day"),
                    h2({capitalised(t.weekday(day)), " ", small({t.short_day(day)}),
                        today ? design::for_readers(" " + t("timetable.today")) : Markup()}),
                    list,
                    a({cls("plan-add"), href(Url("/seances/nouvelle").with("jour", to_iso(day))),
                       t("timetable.add"), design::for_readers(" " + t.day(day))})});
}

}  // namespace

http::Response week(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto asked = day_from_iso(visit.request().query.get("semaine"));
    const Day monday = monday_of(asked.value_or(visit.today()));
    struct Facts {
        std::vector<Session> sessions;
        std::map<PersonId, people::Face> faces;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.sessions = of_site(db, visit.actor().site, monday, monday + 6), .faces = {}};
        std::set<PersonId> ids;
        for (const Session& one : found.sessions)
            ids.insert(one.contributors.begin(), one.contributors.end());
        found.faces = people::faces(db, {ids.begin(), ids.end()});
        return found;
    });
    const Url before = Url("/seances").with("semaine", to_iso(monday - 7));
    const Url after = Url("/seances").with("semaine", to_iso(monday + 7));
    auto body = design::heading(
        {.title = t("timetable.title"),
         .lead = p({t("timetable.week_of", {{"from", t.day(monday)}, {"to", t.day(monday + 4)}})}),
         .aside = design::button_row(
             {design::link_button(
                  {.word = t("timetable.before"), .icon = "chevron-left", .look = design::Look::Outline},
                  before),
              design::link_button(
                  {.word = t("timetable.after"), .icon = "chevron-right", .look = design::Look::Outline},
                  after),
              design::link_button({.word = t("timetable.new"), .icon = "plus"}, Url("/seances/nouvelle"))})});
    if (is_all_learning(facts.sessions))
        body += design::notice({.tone = design::Tone::Watch, .sentence = t("timetable.all_learning")});
    Markup days;
    const bool weekend = !facts.sessions.empty() && facts.sessions.back().day > monday + 4;
    for (int i = 0; i < (weekend ? 7 : 5); ++i)
        days += day_column(monday + i, facts.sessions, facts.faces, visit);
    body += div({cls("plan-week"), days});
    return design::page(visit, {.title = t("timetable.title"), .body = body, .here = "timetable"});
}

}  // namespace fabnum::timetable
