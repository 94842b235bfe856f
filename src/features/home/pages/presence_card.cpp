// Presence on the homes: who is here this half-day, and a young person's own week.

#include "features/home/pages/presence_card.h"

#include <algorithm>

#include "base/text.h"
#include "design/page.h"
#include "platform/clock/clock.h"

namespace fabnum::home {

using namespace html;
using attendance::Half;

namespace {

// Who calls for somebody comes first.
int rank_of(design::Presence presence) {
    switch (presence) {
        case design::Presence::Absent: return 0;
        case design::Presence::Unknown: return 1;
        case design::Presence::Excused: return 2;
        case design::Presence::Late: return 3;
        case design::Presence::Present: return 4;
    }
    return 4;
}

// How somebody is, without the reason: reasons never show on a home.
design::Head head_of(const attendance::Line& line, const i18n::Words& t) {
    design::Head head{.person = {line.face.id.value, line.face.given_name},
                      .to = Url("/personnes") / line.face.id};
    if (!line.mark) {
        head.detail = t(line.notice ? "home.presence.said" : "home.presence.unknown");
        if (line.notice) head.presence = design::Presence::Excused;
        return head;
    }
    const auto& rule = attendance::rule_of(line.mark->code);
    const bool late = line.mark->code == attendance::Code::PresentLate;
    head.presence = !rule.here ? (rule.starts_alert && line.mark->code == attendance::Code::Unexcused
                                      ? design::Presence::Absent
                                      : design::Presence::Excused)
                    : late     ? design::Presence::Late
                               : design::Presence::Present;
    if (rule.here)
        head.detail = line.mark->arrived ? t.time(*line.mark->arrived) : t("home.presence.here");
    else
        head.detail =
            t(head.presence == design::Presence::Absent ? "home.presence.absent" : "home.presence.excused");
    return head;
}

// One day of a young person's week.
design::WeekDay day_of(Day day, int done, int due, const web::Visit& visit) {
    const auto& t = visit.words();
    const bool past = day < visit.today(), now = day == visit.today();
    const int minutes = past ? done : due;
    const std::string hours = minutes == 0 ? "–" : t.duration(minutes);
    return {
        .name = capitalised(t.weekday(day).substr(0, 3)),
        .when = past && minutes > 0 ? design::When::Past
                : now               ? design::When::Now
                                    : design::When::Next,
        .hours = hours,
        .read = t(past ? "home.week.done" : "home.week.due", {{"day", t.weekday(day)}, {"hours", hours}})};
}

}  // namespace

Markup presence_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const Half half = timetable::half_of(visit.minute_of_day());
    const auto sheet = room.database.read([&](const sql::Reader& db) -> std::optional<attendance::Sheet> {
        const auto cohort = cohorts::running(db, visit.actor().site, visit.today());
        if (!cohort) return std::nullopt;
        return attendance::sheet(db, *cohort, visit.today(), half);
    });
    if (!sheet || !sheet->planned) return {};
    std::vector<design::Head> heads;
    for (const auto& line : sheet->lines) heads.push_back(head_of(line, t));
    std::stable_sort(heads.begin(), heads.end(), [](const design::Head& a, const design::Head& b) {
        return rank_of(a.presence) < rank_of(b.presence);
    });
    const std::string title = t(half == Half::Morning ? "home.presence.morning" : "home.presence.afternoon");
    return design::card(
        {.title = title,
         .action = design::Link{t("home.presence.all"), Url("/presence")},
         .body = div({cls("presence-strip"),
                      design::figure_line(std::to_string(sheet->here()),
                                          t("home.presence.of", {{"all", sheet->lines.size()}})),
                      design::heads(heads)})});
}

Markup my_week(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const PersonId me = visit.actor().person;
    const Day monday = monday_of(visit.today());
    struct Facts {
        std::optional<cohorts::Cohort> cohort;
        cohorts::Programme programme;
        std::vector<attendance::Mark> marks;
        std::vector<attendance::CatchUp> catch_ups;
        std::size_t to_sign = 0;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.cohort = cohorts::of_person(db, me, visit.today());
        if (!found.cohort) return found;
        found.programme = cohorts::programme(db, found.cohort->id);
        found.marks = attendance::marks_of(db, me, monday, monday + 6);
        found.catch_ups = attendance::catch_ups_of(db, me, visit.today(), visit.today() + 14);
        found.to_sign = attendance::unsigned_of(db, me, visit.today()).size();
        return found;
    });
    if (!facts.cohort) return {};
    const int due = cohorts::due_minutes(facts.programme, monday, monday + 6);
    const auto tally = attendance::tally_of(facts.marks);
    const auto done_on = [&](Day day) {
        int done = 0;
        for (const auto& mark : facts.marks)
            if (mark.day == day) done += mark.done;
        return done;
    };
    Markup body;
    for (const auto& mark : facts.marks)
        if (mark.day == visit.today() && mark.arrived &&
            mark.half == timetable::half_of(visit.minute_of_day()) && attendance::is_here(mark.code))
            body += design::done_line(t("home.week.here_since", {{"time", t.time(*mark.arrived)}}));
    if (facts.to_sign > 0)
        body += design::todo_card({.icon = "signature",
                                   .title = t("home.week.sign", {{"count", facts.to_sign}}),
                                   .sentence = t("home.week.sign_why"),
                                   .action = design::link_button({.word = t("home.week.sign_do"),
                                                                  .icon = "signature",
                                                                  .size = design::Size::Large,
                                                                  .wide = true},
                                                                 Url("/signer"))});
    std::vector<design::WeekDay> days;
    for (int i = 0; i < 5; ++i)
        days.push_back(day_of(monday + i, done_on(monday + i),
                              cohorts::due_minutes(facts.programme, monday + i, monday + i), visit));
    const int left = std::max(0, due - tally.done);
    const std::string sentence =
        left == 0 ? t("home.week.full") : t("home.week.left", {{"hours", t.duration(left)}});
    body += design::section_title(t("home.week.title"));
    body += design::week_card(
        {.figure = t.duration(tally.done),
         .of = t("home.week.of", {{"hours", t.duration(due)}}),
         .sentence = text(sentence),
         .layers = {.done = tally.done / 60, .planned = std::max(1, due / 60), .label = sentence},
         .days = days});
    for (const auto& one : facts.catch_ups)
        body += design::notice({.tone = design::Tone::Info,
                                .sentence = t("home.week.catch_up", {{"day", t.day(one.day)},
                                                                     {"from", t.time(one.starts)},
                                                                     {"to", t.time(one.ends)}})});
    return body + design::link_button({.word = t("home.week.tell"),
                                       .icon = "message-circle",
                                       .look = design::Look::Outline,
                                       .wide = true},
                                      Url("/prevenir"));
}

}  // namespace fabnum::home
