// GET /prevenir: "I will be late", "I cannot come": two taps, words if one wishes. The team sees it at once.

#include "features/attendance/pages/attendance_fragments.h"
#include "platform/clock/clock.h"

namespace fabnum::attendance {

using namespace html;

namespace {

constexpr int later[] = {10, 20, 30, 60};  // minutes

Markup said_card(Room& room, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto said = room.database.read([&](const sql::Reader& db) {
        return notices_of(db, visit.actor().person, visit.today(), visit.today() + 14);
    });
    if (said.empty()) return {};
    Markup lines;
    for (const Notice& one : said) {
        const std::string key = "attendance.i_said." + std::string(word_in(notice_kinds, one.kind));
        lines += li({t(key, {{"day", t.day_from_today(one.day, visit.today())},
                             {"minutes", one.minutes.value_or(0)}}),
                     " ", t(one.seen_by ? "attendance.team_saw" : "attendance.team_has_it")});
    }
    return design::card({.title = t("attendance.said_already"), .body = ul({lines})});
}

http::Response say_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("attendance.say_title"),
                                 .lead = p({t("attendance.say_lead")}),
                                 .above = design::back_link({t("design.way.today"), Url("/aujourdhui")})});
    body += design::mistakes(form, t) + said_card(room, visit);
    std::vector<Markup> taps;
    for (const int minutes : later)
        taps.push_back(design::button({.word = t("attendance.late_by", {{"time", t.duration(minutes)}}),
                                       .icon = "clock",
                                       .look = design::Look::Outline,
                                       .size = design::Size::Large,
                                       .wide = true,
                                       .name = "what",
                                       .value = "late:" + std::to_string(minutes)}));
    Markup fields = design::radio_cards(
                        form,
                        {.name = "day",
                         .label = t("attendance.say_day"),
                         .choices = {{"0", t("attendance.say_today")}, {"1", t("attendance.say_tomorrow")}}},
                        t) +
                    design::field(form,
                                  {.name = "words",
                                   .label = t("attendance.say_words"),
                                   .help = t("attendance.say_words_help"),
                                   .optional = true},
                                  t) +
                    html::div({cls("say-taps"), taps}) +
                    design::button({.word = t("attendance.absent"),
                                    .icon = "calendar-days",
                                    .size = design::Size::Large,
                                    .wide = true,
                                    .name = "what",
                                    .value = "absent"});
    body += design::card({.title = t("attendance.say_title"),
                          .body = design::sending(Url("/prevenir"), fields),
                          .quiet = true});
    return design::page(visit, {.title = design::form_title(form, t("attendance.say_title"), t),
                                .body = body,
                                .here = "today",
                                .status = status});
}

}  // namespace

http::Response say(Room& room, web::Visit& visit) {
    forms::Form form;
    form.put("day", "0");
    return say_page(room, visit, form);
}

http::Response say_it(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    Notice notice;
    notice.day = visit.today() + (form.typed("day") == "1" ? 1 : 0);
    notice.words = form.text("words", {.need = forms::Need::Maybe, .least = 0, .most = 160});
    const std::string what = form.typed("what");
    notice.kind = what == "absent" ? NoticeKind::Absent : NoticeKind::Late;
    for (const int minutes : later)
        if (what == "late:" + std::to_string(minutes)) notice.minutes = minutes;
    if (notice.kind == NoticeKind::Late && !notice.minutes) form.refuse("day", {"attendance.problem.what"});
    if (!form.is_good()) return say_page(room, visit, form, 422);
    const auto done = say_beforehand(room.database, visit.act(), notice, visit.today());
    if (!done) return design::refused(visit, done.refusal(), Url("/prevenir"), "today");
    visit.say("attendance.said_beforehand");
    return http::see_other(Url("/aujourdhui"));
}

}  // namespace fabnum::attendance
