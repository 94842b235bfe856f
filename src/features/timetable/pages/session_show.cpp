// GET /seances/{}: one session, and its end by cancelling.

#include "base/text.h"
#include "base/words.h"
#include "design/page.h"
#include "features/timetable/pages/timetable_pages.h"

namespace fabnum::timetable {

using namespace html;

namespace {

std::optional<Session> of_site_of(Room& room, const web::Visit& visit, SessionId id) {
    auto found = room.database.read([&](const sql::Reader& db) { return find(db, id); });
    if (!found || !reaches(visit.actor(), found->site)) return std::nullopt;
    return found;
}

Markup facts_of(Room& room, const Session& one, const i18n::Words& t) {
    const auto names = room.database.read([&](const sql::Reader& db) {
        std::vector<std::string> found;
        for (const auto& [id, face] : people::faces(db, one.contributors))
            found.push_back(people::full_name(face));
        if (!one.outside.empty()) found.push_back(one.outside);
        return found;
    });
    std::vector<std::pair<std::string, Markup>> facts = {
        {t("timetable.field.when"),
         text(capitalised(t.day(one.day)) + ", " +
              t("timetable.from_to", {{"from", t.time(one.starts)}, {"to", t.time(one.ends)}}))},
        {t("timetable.field.kind"), text(t("timetable.kind." + std::string(word_in(kinds, one.kind))))},
        {t("timetable.field.nature"), text(t("cohorts.nature." + std::string(word_in(natures, one.nature))))},
        {t("timetable.field.room"),
         text(one.capacity ? t("timetable.room_of", {{"room", one.room}, {"capacity", *one.capacity}})
                           : one.room)},
        {t("timetable.field.contributors"), text(names.empty() ? "–" : t.list(names))}};
    if (!one.operated_by.empty()) facts.emplace_back(t("timetable.field.operated_by"), text(one.operated_by));
    if (!one.kept_because.empty()) facts.emplace_back(t("timetable.field.because"), text(one.kept_because));
    if (one.cancelled) facts.emplace_back(t("timetable.cancelled"), text(*one.cancelled));
    return design::definitions(facts);
}

http::Response show_page(Room& room, web::Visit& visit, SessionId id, const forms::Form& form,
                         int status = 200) {
    const auto& t = visit.words();
    const auto one = of_site_of(room, visit, id);
    if (!one) return design::refused(visit, {"timetable.not_there"}, Url("/seances"), "timetable");
    const Url back = Url("/seances").with("semaine", to_iso(one->day));
    auto body = design::heading({.title = one->title,
                                 .lead = p({capitalised(t.day(one->day))}),
                                 .above = design::back_link({t("timetable.title"), back})});
    body += design::mistakes(form, t);
    body += design::card({.title = one->title, .body = facts_of(room, *one, t), .quiet = true});
    if (!one->cancelled) {
        body += design::button_row({design::link_button(
            {.word = t("timetable.change"), .icon = "pencil", .look = design::Look::Outline},
            url_of(id) / "changement")});
        body += design::card({.title = t("timetable.cancel"),
                              .body = design::sending(url_of(id) / "annulation",
                                                      design::field(form,
                                                                    {.name = "reason",
                                                                     .label = t("timetable.cancel_why"),
                                                                     .help = t("timetable.cancel_help")},
                                                                    t) +
                                                          design::button({.word = t("timetable.cancel_do"),
                                                                          .icon = "x",
                                                                          .look = design::Look::Danger}))});
    }
    return design::page(visit, {.title = one->title, .body = body, .here = "timetable", .status = status});
}

}  // namespace

http::Response session_show(Room& room, web::Visit& visit, SessionId id) {
    return show_page(room, visit, id, {});
}

http::Response session_cancel(Room& room, web::Visit& visit, SessionId id) {
    forms::Form form(visit);
    const auto reason = form.text("reason", {.most = 200, .missing = "timetable.problem.reason"});
    if (!form.is_good()) return show_page(room, visit, id, form, 422);
    const auto done = cancel(room.database, visit.act(), id, reason);
    if (!done) return design::refused(visit, done.refusal(), Url("/seances"), "timetable");
    visit.say("timetable.said.cancelled");
    return http::see_other(url_of(id));
}

}  // namespace fabnum::timetable
