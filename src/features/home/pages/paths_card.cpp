// Paths on the homes: interviews to hold soon and wishes to talk; a young person's next meeting.

#include "base/text.h"
#include "features/home/pages/home_fragments.h"

namespace fabnum::home {

using namespace html;

namespace {

constexpr std::size_t most_shown = 5;

}  // namespace

Markup paths_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    struct Facts {
        std::vector<paths::Row> due;
        std::size_t talks = 0;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        return Facts{.due = paths::list(db, visit.actor(), {}, visit.today()),
                     .talks = notebook::who_wants_to_talk(db, visit.actor()).size()};
    });
    if (visit.actor().role != Role::Coordinator) return {};
    Markup body;
    if (facts.talks > 0)
        body += p({design::tag(
            {design::Tone::Watch, t("home.paths.talks", {{"count", facts.talks}}), "message-circle"})});
    std::vector<design::Moment> moments;
    for (const auto& row : facts.due) {
        if (moments.size() == most_shown) break;
        const Day day = row.interview.meets && row.interview.state != paths::State::Planned
                            ? clock::day_in(visit.visitor().zone, *row.interview.meets)
                            : row.interview.due;
        moments.push_back({.when = day < visit.today()    ? design::When::Past
                                   : day == visit.today() ? design::When::Now
                                                          : design::When::Next,
                           .time = t.day_from_today(day, visit.today()),
                           .title = people::short_name(row.face),
                           .detail = t("paths.kind." + std::string(paths::word_of(row.interview.kind))),
                           .to = Url("/entretiens") / row.interview.id});
    }
    body += moments.empty() ? p({t("home.paths.none")}) : design::timeline(moments);
    return design::card({.title = t("home.paths.title"),
                         .action = design::Link{t("home.paths.all", {{"count", facts.due.size()}}),
                                                facts.talks > 0 ? Url("/jeunes") : Url("/entretiens")},
                         .body = body});
}

Markup next_meeting(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto interviews = room.database.read(
        [&](const sql::Reader& db) { return paths::interviews_of(db, visit.actor(), visit.actor().person); });
    const auto* next = paths::next_of(interviews, visit.today());
    if (!next || !next->meets) return {};
    const bool waits = next->state == paths::State::Offered;
    if (!waits && next->state != paths::State::Agreed) return {};
    const auto& zone = visit.visitor().zone;
    const std::string when =
        t.day(clock::day_in(zone, *next->meets)) + ", " + t.time(clock::minutes_in(zone, *next->meets));
    return design::section_title(t("paths.mine.next"),
                                 design::Link{t("projects.see_all"), Url("/parcours")}) +
           design::card({.title = t("paths.mine.next"),
                         .body = p({b({capitalised(when)})}) +
                                 (waits ? design::link_button({.word = t("home.paths.answer"),
                                                               .icon = "calendar-check",
                                                               .size = design::Size::Large,
                                                               .wide = true},
                                                              Url("/parcours"))
                                        : design::done_line(t("paths.mine.agreed"))),
                         .quiet = true});
}

}  // namespace fabnum::home
