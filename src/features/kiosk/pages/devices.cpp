// GET /bornes: the tablets of the site, how to pair one, who has a badge. GET /borne/relier/{}: opened on the
// tablet.

#include "base/text.h"
#include "design/page.h"
#include "features/kiosk/pages/kiosk_pages.h"
#include "platform/clock/clock.h"
#include "platform/qr/qr.h"

namespace fabnum::kiosk {

using namespace html;

namespace {

constexpr auto lasts = std::chrono::hours{24 * 730};
constexpr auto remembered = std::chrono::hours{24 * 14};

Markup devices_card(const std::vector<Device>& all, const web::Visit& visit) {
    const auto& t = visit.words();
    std::vector<design::Decision> rows;
    for (const Device& one : all)
        rows.push_back(
            {.icon = "monitor",
             .title = one.name,
             .detail = t("kiosk.paired_on",
                         {{"day", t.day_with_year(clock::day_in(visit.visitor().zone, one.paired_at))}}),
             .action = design::act_button(Url("/bornes") / one.id / "fin",
                                          {.word = t("kiosk.end"),
                                           .look = design::Look::Outline,
                                           .size = design::Size::Small,
                                           .label = t("kiosk.end") + ", " + one.name})});
    if (rows.empty())
        return design::empty_state(
            {.icon = "monitor", .title = t("kiosk.none"), .sentence = t("kiosk.none_why")});
    return design::card({.title = t("kiosk.devices"), .body = design::decision_list(rows), .flush = true});
}

Markup unknown_card(const std::vector<Unknown>& taps, const web::Visit& visit) {
    const auto& t = visit.words();
    if (taps.empty()) return {};
    Markup lines;
    for (const Unknown& one : taps)
        lines += li({t(one.kind == Kind::Arrive ? "kiosk.unknown_arrival" : "kiosk.unknown_leaving",
                       {{"day", t.day(clock::day_in(visit.visitor().zone, one.at))},
                        {"time", t.time(clock::minutes_in(visit.visitor().zone, one.at))}})});
    return design::card({.title = t("kiosk.unknown"), .body = p({t("kiosk.unknown_why")}) + ul({lines})});
}

Markup badge_card(const std::vector<people::Face>& faces, const forms::Form& form, const i18n::Words& t) {
    if (faces.empty()) return {};
    std::vector<design::Choice> people;
    for (const auto& face : faces) people.push_back({std::to_string(face.id.value), people::full_name(face)});
    return design::card(
        {.title = t("kiosk.badge_title"),
         .body = design::sending(
             Url("/bornes/badges"),
             design::select_field(form, {.name = "person", .label = t("kiosk.badge_who"), .choices = people},
                                  t) +
                 design::field(
                     form, {.name = "badge", .label = t("kiosk.badge"), .help = t("kiosk.badge_help")}, t) +
                 design::button({.word = t("kiosk.badge_do"), .icon = "id-card"}))});
}

http::Response devices_page(Room& room, web::Visit& visit, const forms::Form& form, const Markup& offered,
                            int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::vector<Device> devices;
        std::vector<Unknown> unknown;
        std::vector<people::Face> faces;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        const SiteId site = visit.actor().site;
        Facts found{of_site(db, site), unknown_taps(db, site, visit.now() - remembered), {}};
        if (const auto cohort = cohorts::running(db, site, visit.today()))
            found.faces = cohorts::present_members(db, cohort->id, visit.today());
        return found;
    });
    auto body = design::heading(
        {.title = t("kiosk.devices"),
         .lead = p({t("kiosk.devices_why")}),
         .aside = design::act_button(Url("/bornes"), {.word = t("kiosk.offer"), .icon = "plus"}),
         .above = design::back_link({t("attendance.title"), Url("/presence")})});
    body += design::mistakes(form, t) + offered + devices_card(facts.devices, visit) +
            unknown_card(facts.unknown, visit) + badge_card(facts.faces, form, t);
    return design::page(visit, {.title = design::form_title(form, t("kiosk.devices"), t),
                                .body = body,
                                .here = "presence",
                                .status = status});
}

http::Response pairing_page(web::Visit& visit, const std::string& token, const forms::Form& form,
                            int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("kiosk.pair_title"), .lead = p({t("kiosk.pair_why")})});
    body += design::mistakes(form, t);
    body += design::sending(
        Url("/borne/relier") / token,
        design::field(form, {.name = "name", .label = t("kiosk.name"), .help = t("kiosk.name_help")}, t) +
            design::button({.word = t("kiosk.pair_do"), .icon = "link"}));
    return design::page(visit, {.title = t("kiosk.pair_title"), .body = body, .status = status});
}

}  // namespace

http::Response devices(Room& room, web::Visit& visit) {
    return devices_page(room, visit, {}, {});
}

http::Response devices_offer(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const auto token = offer_pairing(room.database, visit.act());
    if (!token) return design::refused(visit, token.refusal(), Url("/bornes"), "presence");
    const std::string address = visit.absolute(Url("/borne/relier") / *token);
    return devices_page(
        room, visit, {},
        design::card({.title = t("kiosk.pair_title"),
                      .body = p({t("kiosk.offered")}) + qr::code(address, t("kiosk.pair_title")) +
                              p({code({address})})}));
}

http::Response device_end(Room& room, web::Visit& visit, DeviceId id) {
    const auto done = end(room.database, visit.act(), id);
    if (!done) return design::refused(visit, done.refusal(), Url("/bornes"), "presence");
    visit.say("kiosk.said_ended");
    return http::see_other(Url("/bornes"));
}

http::Response badge_give(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto badge = form.text("badge", {.least = 5, .most = 80, .missing = "kiosk.badge_missing"});
    const auto person = form.id<PersonTag>("person");
    if (form.is_good()) {
        const auto done = people::give_badge(room.database, visit.act(), person, badge, room.key);
        if (!done) form.refuse("badge", done.refusal());
    }
    if (!form.is_good()) return devices_page(room, visit, form, {}, 422);
    visit.say("kiosk.said_badge");
    return http::see_other(Url("/bornes"));
}

http::Response pairing(Room& room, web::Visit& visit, std::string token) {
    const auto link = room.database.read(
        [&](const sql::Reader& db) { return sessions::find_link(db, pairing_link, token, visit.now()); });
    if (!link) return design::refused(visit, {"kiosk.link_ended"}, Url("/"));
    return pairing_page(visit, token, {});
}

http::Response pairing_do(Room& room, web::Visit& visit, std::string token) {
    forms::Form form(visit);
    const auto name = form.text("name", {.most = 40, .missing = "kiosk.name_missing"});
    if (!form.is_good()) return pairing_page(visit, token, form, 422);
    const auto cookie = pair(room.database, token, name, visit.now());
    if (!cookie) return design::refused(visit, cookie.refusal(), Url("/"));
    visit.set_cookie(cookie_name, *cookie, lasts);
    return http::see_other(Url("/borne"));
}

}  // namespace fabnum::kiosk
