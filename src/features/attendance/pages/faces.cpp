// GET /presence: the faces of the day. Everybody there in one tap, then the exceptions; twelve people in
// under a minute, without any script.

#include <charconv>

#include "base/text.h"
#include "features/attendance/pages/attendance_fragments.h"
#include "platform/clock/clock.h"

namespace fabnum::attendance {

using namespace html;

namespace {

struct Facts {
    std::optional<cohorts::Cohort> cohort;
    Sheet sheet;
    std::vector<Alert> alerts;
};

// The one line of a person: who, how, and three large buttons. "12:present" says both.
Markup line_of(const Line& line, const Where& where, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto tap = [&](Code code, std::string_view key, std::string_view icon) {
        const bool pressed = line.mark && presence_of(line.mark->code) == presence_of(code);
        const std::string word = t("attendance.tap." + std::string(key));
        return button({cls(pressed ? "tap is-on" : "tap"), type("submit"), name("mark"),
                       value(std::to_string(line.face.id.value) + ":" + std::string(word_of(code))),
                       aria("pressed", pressed ? "true" : "false"),
                       aria("label", word + ", " + people::full_name(line.face)), design::icon(icon),
                       span({word})});
    };
    std::string detail;
    if (line.mark && line.mark->arrived && is_here(line.mark->code)) detail = t.time(*line.mark->arrived);
    if (line.mark && line.mark->tablet_at)
        detail += (detail.empty() ? "" : ", ") + t("attendance.tablet_time");
    const Code absent =
        line.notice && line.notice->kind == NoticeKind::Absent ? Code::Excused : Code::Unexcused;
    return li(
        {cls("face-line"), id("p" + std::to_string(line.face.id.value)),
         div({cls("face-who"),
              design::person_line({line.face.id.value, people::short_name(line.face)}, detail),
              mark_tag(line.mark, t)}),
         div({cls("taps"), role("group"), aria("label", people::full_name(line.face)),
              tap(Code::Present, "present", "check"), tap(Code::PresentLate, "late", "clock"),
              tap(absent, "absent", "x"),
              a({cls("tap tap-more"), href(url_of(where.cohort.id, where.day, where.half) / line.face.id),
                 aria("label", t("attendance.tap.other") + ", " + people::full_name(line.face)),
                 design::icon("ellipsis"), span({t("attendance.tap.other")})})})});
}

Markup hidden_where(const Where& where) {
    return design::hidden("cohort", std::to_string(where.cohort.id.value)) +
           design::hidden("jour", to_iso(where.day)) +
           design::hidden("demi", word_in(half_parts, where.half));
}

Markup notices_card(const Sheet& sheet, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    for (const Line& line : sheet.lines) {
        if (!line.notice || line.notice->seen_by) continue;
        const Notice& notice = *line.notice;
        const std::string key = "attendance.said." + std::string(word_in(notice_kinds, notice.kind));
        rows.push_back(
            {.person = design::Person{line.face.id.value, people::short_name(line.face)},
             .title = t(key, {{"name", line.face.given_name}, {"minutes", notice.minutes.value_or(0)}}),
             .detail = t("attendance.said_at",
                         {{"time", t.time(clock::minutes_in(visit.visitor().zone, notice.at))}}) +
                       (notice.words.empty() ? "" : " " + notice.words),
             .action = design::act_button(Url("/presence/avis") / notice.id,
                                          {.word = t("attendance.seen"),
                                           .icon = "check",
                                           .look = design::Look::Outline,
                                           .size = design::Size::Small,
                                           .label = t("attendance.seen") + ", " + line.face.given_name})});
    }
    if (rows.empty()) return {};
    return design::card(
        {.title = t("attendance.said_title"), .body = design::decision_list(rows), .flush = true});
}

Markup alerts_card(const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    for (const Alert& alert : facts.alerts) {
        const std::string key = "attendance.alert." + std::string(word_in(worries, alert.worry));
        const std::string figure = alert.worry == Worry::Late20 || alert.worry == Worry::ShortWeek
                                       ? t.duration(alert.figure)
                                       : t.number(std::int64_t{alert.figure});
        rows.push_back(
            {.person = design::Person{alert.face.id.value, people::short_name(alert.face)},
             .title = t(key, {{"name", people::short_name(alert.face)}}),
             .detail = t(key + "_why", {{"figure", figure}}),
             .tag = design::Tag{alert.worry == Worry::Late20 ? design::Tone::Alert : design::Tone::Watch,
                                t("attendance.worry." + std::string(word_in(worries, alert.worry)))},
             .action = design::link_button(
                 {.word = t("attendance.open_person"),
                  .look = design::Look::Outline,
                  .size = design::Size::Small,
                  .label = t("attendance.open_person") + ", " + people::full_name(alert.face)},
                 Url("/personnes") / alert.face.id)});
    }
    if (rows.empty()) return {};
    return design::card(
        {.title = t("attendance.alerts"), .body = design::decision_list(rows), .flush = true});
}

Markup sessions_line(const Sheet& sheet, const i18n::Words& t) {
    Markup sessions;
    for (const auto& one : sheet.sessions)
        sessions +=
            li({b({t("attendance.from_to", {{"from", t.time(one.starts)}, {"to", t.time(one.ends)}})}), " ",
                a({href(Url("/seances") / one.id), one.title}), one.room.empty() ? "" : ", " + one.room});
    return ul({cls("face-sessions"), html::role("list"), sessions});
}

Markup ways_card(const Where& where, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto go = [&](std::string_view key, std::string_view icon, Day day, Half half) {
        return design::link_button(
            {.word = t("attendance.go." + std::string(key)), .icon = icon, .look = design::Look::Outline},
            faces_url(day, half));
    };
    const bool morning = where.half == Half::Morning;
    return design::button_row(
        {go(morning ? "afternoon" : "morning", "arrow-down-up", where.day,
            morning ? Half::Afternoon : Half::Morning),
         go("day_before", "chevron-left", where.day - 1, where.half),
         where.day < visit.today() ? go("day_after", "chevron-right", where.day + 1, where.half) : Markup(),
         visit.actor().role == Role::Fabmanager
             ? Markup()
             : design::link_button(
                   {.word = t("attendance.statements"), .icon = "send", .look = design::Look::Outline},
                   Url("/etats")) +
                   design::link_button(
                       {.word = t("attendance.kiosks"), .icon = "monitor", .look = design::Look::Outline},
                       Url("/bornes")),
         design::link_button(
             {.word = t("attendance.sheet"), .icon = "clipboard-check", .look = design::Look::Outline},
             url_of(where.cohort.id, where.day, where.half))});
}

Markup faces_card(const Facts& facts, const Where& where, const web::Visit& visit) {
    const auto& t = visit.words();
    const Sheet& sheet = facts.sheet;
    if (!sheet.planned)
        return design::empty_state(
            {.icon = "calendar-days",
             .title = t("attendance.nothing_planned"),
             .sentence = t("attendance.nothing_planned_why"),
             .action = design::link_button({.word = t("attendance.plan"), .icon = "plus"},
                                           Url("/seances/nouvelle").with("jour", to_iso(where.day)))});
    std::size_t unmarked = 0;
    Markup lines;
    for (const Line& line : sheet.lines) {
        unmarked += line.mark ? 0 : 1;
        lines += line_of(line, where, visit);
    }
    Markup all;
    if (unmarked > 0)
        all = design::sending(
            Url("/presence/tous"),
            hidden_where(where) + design::button({.word = t("attendance.all_present", {{"count", unmarked}}),
                                                  .icon = "users",
                                                  .size = design::Size::Large,
                                                  .wide = true}));
    else
        all = design::notice(
            {.tone = design::Tone::Good,
             .sentence = t("attendance.all_marked"),
             .more = a({href(url_of(where.cohort.id, where.day, where.half)), t("attendance.sign_now")})});
    return design::card(
        {.title = t("attendance.faces"),
         .body = sessions_line(sheet, t) + all +
                 design::sending(Url("/presence/marque"),
                                 hidden_where(where) + ul({cls("face-lines"), html::role("list"), lines})),
         .quiet = true});
}

// Where a form of this page was sent from.
std::optional<Where> sent_from(Room& room, const web::Visit& visit, const forms::Form& form) {
    return room.database.read([&](const sql::Reader& db) {
        return where_of(db, visit.actor(), form.id<cohorts::CohortTag>("cohort"), form.typed("jour"),
                        form.typed("demi"));
    });
}

}  // namespace

http::Response faces_of_the_day(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Day day = day_from_iso(visit.request().query.get("jour")).value_or(visit.today());
    Half half = timetable::half_of(visit.minute_of_day());
    for (const auto& [part, one] : half_parts)
        if (visit.request().query.get("demi") == part) half = one;
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.cohort = cohorts::running(db, visit.actor().site, day);
        if (!found.cohort) return found;
        found.sheet = sheet(db, *found.cohort, day, half);
        if (day == visit.today()) found.alerts = alerts(db, *found.cohort, day, visit.minute_of_day());
        return found;
    });
    if (!facts.cohort) {
        const auto body = design::heading({.title = t("attendance.title")}) +
                          design::empty_state({.icon = "users",
                                               .title = t("attendance.no_cohort"),
                                               .sentence = t("attendance.no_cohort_why"),
                                               .action = design::link_button(
                                                   {.word = t("attendance.see_cohorts")}, Url("/promo"))});
        return design::page(visit, {.title = t("attendance.title"), .body = body, .here = "presence"});
    }
    const Where where{*facts.cohort, day, half};
    const std::string count =
        t("attendance.here_of", {{"here", facts.sheet.here()}, {"all", facts.sheet.lines.size()}});
    auto body = design::heading({.title = t("attendance.title"),
                                 .lead = p({when_words(day, half, t), ". ", strong({count})}),
                                 .aside = ways_card(where, visit)});
    body += notices_card(facts.sheet, visit) + faces_card(facts, where, visit) + alerts_card(facts, visit);
    return design::page(visit, {.title = t("attendance.title"), .body = body, .here = "presence"});
}

http::Response all_present(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const auto where = sent_from(room, visit, form);
    if (!where) return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    const auto done = mark_the_others_present(room.database, visit.act(), where->cohort.id, where->day,
                                              where->half, Method::Staff);
    if (!done) return design::refused(visit, done.refusal(), Url("/presence"), "presence");
    visit.say("attendance.said_marked", {{"count", std::to_string(*done)}});
    return http::see_other(faces_url(where->day, where->half));
}

http::Response mark_one(Room& room, web::Visit& visit) {
    const forms::Form form(visit);
    const auto where = sent_from(room, visit, form);
    const std::string said = form.typed("mark");
    const auto colon = said.find(':');
    PersonId person;
    std::from_chars(said.data(), said.data() + std::min(colon, said.size()), person.value);
    if (!where || colon == std::string::npos || !person)
        return design::refused(visit, {"attendance.not_there"}, Url("/presence"), "presence");
    const Code code = value_in(codes, std::string_view(said).substr(colon + 1));
    const Url exact = url_of(where->cohort.id, where->day, where->half) / person;
    // On another day, or for a time that nobody can guess: the page with every answer.
    if (where->day != visit.today()) return http::see_other(exact.with("code", word_of(code)));
    NewMark line{
        .person = person, .cohort = where->cohort.id, .day = where->day, .half = where->half, .code = code};
    if (code == Code::PresentLate) line.arrived = visit.minute_of_day();
    const auto done = mark(room.database, visit.act(), line, visit.today());
    if (!done) return design::refused(visit, done.refusal(), faces_url(where->day, where->half), "presence");
    return http::see_other(faces_url(where->day, where->half).at("p" + std::to_string(person.value)));
}

http::Response notice_seen(Room& room, web::Visit& visit, NoticeId id) {
    const auto done = see_notice(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/presence"), "presence");
    return http::see_other(Url("/presence"));
}

}  // namespace fabnum::attendance
