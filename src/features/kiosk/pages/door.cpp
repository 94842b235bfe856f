// GET /borne: the tablet at the door. Badge or code, then one's first name and one choice. It never lists
// names.

#include "base/text.h"
#include "base/words.h"
#include "design/page.h"
#include "features/kiosk/pages/kiosk_pages.h"
#include "platform/assets/assets.h"
#include "platform/crypto/crypto.h"

namespace fabnum::kiosk {

using namespace html;

namespace {

using namespace std::chrono_literals;
constexpr auto ticket_lasts = 2min;

http::Response screen(const web::Visit& visit, const std::string& title, Markup body, int status = 200) {
    design::Shell shell{.words = visit.words(), .title = title, .body = std::move(body)};
    shell.home = html::Url("/borne");
    return http::page(html::print(design::shell_kiosk(shell)), status);
}

Markup choices_of(const i18n::Words& t) {
    return design::button_row({design::button({.word = t("kiosk.arrive"),
                                               .icon = "log-in",
                                               .size = design::Size::Large,
                                               .name = "what",
                                               .value = "arrive"}),
                               design::button({.word = t("kiosk.leave"),
                                               .icon = "log-out",
                                               .look = design::Look::Outline,
                                               .size = design::Size::Large,
                                               .name = "what",
                                               .value = "leave"})});
}

Markup form_of_who(const forms::Form& form, const i18n::Words& t) {
    return html::form(
        {attr("method", "post"), action(Url("/borne/qui")), data("kiosk-form", "who"),
         attr("autocomplete", "off"), cls("form"),
         design::field(form,
                       {.name = "secret",
                        .label = t("kiosk.secret"),
                        .input = design::Input::Password,
                        .help = t("kiosk.secret_help")},
                       t),
         design::button({.word = t("kiosk.go"), .icon = "check", .size = design::Size::Large})});
}

// What the script shows when there is no network; hidden until then.
Markup offline_parts(const i18n::Words& t) {
    return section({data("kiosk-offline", "choice"), flag("hidden"), h2({t("kiosk.offline_hello")}),
                    html::form({data("kiosk-form", "offline"), choices_of(t)})}) +
           section({data("kiosk-offline", "kept"), flag("hidden"), h2({t("kiosk.kept_offline")}),
                    p({t("kiosk.kept_offline_why")})}) +
           p({data("kiosk-queue", t("kiosk.queue")), cls("kiosk-queue"), flag("hidden")});
}

http::Response door_page(const web::Visit& visit, const std::string& problem, int status = 200) {
    const auto& t = visit.words();
    forms::Form form;
    if (!problem.empty()) form.refuse("secret", {problem});
    const Markup ask = form_of_who(form, t);
    const std::string time = t.time(visit.minute_of_day());
    Markup body = div({cls("kiosk"), data("kiosk", assets::url_of("assets/kiosk.js").text()),
                       p({cls("kiosk-clock"), data("kiosk-clock", "yes"), time}), h1({t("kiosk.title")}),
                       section({data("kiosk-offline", "ask"), ask}), offline_parts(t)});
    return screen(visit, t("kiosk.title"), std::move(body), status);
}

http::Response done_page(const web::Visit& visit, Kind kind) {
    const auto& t = visit.words();
    return screen(
        visit, t("kiosk.title"),
        div({cls("kiosk"), data("kiosk", assets::url_of("assets/kiosk.js").text()), data("kiosk-done", "yes"),
             design::message_page(
                 {.icon = "circle-check",
                  .title = t(kind == Kind::Arrive ? "kiosk.arrived" : "kiosk.left"),
                  .sentence = t(kind == Kind::Arrive ? "kiosk.arrived_why" : "kiosk.left_why"),
                  .action = design::link_button({.word = t("kiosk.next")}, Url("/borne"))}),
             offline_parts(t)}));
}

http::Response not_paired(const web::Visit& visit) {
    const auto& t = visit.words();
    return screen(
        visit, t("kiosk.title"),
        design::message_page(
            {.icon = "monitor", .title = t("kiosk.not_paired"), .sentence = t("kiosk.not_paired_why")}));
}

// Who was recognised, for two minutes, on this tablet only.
std::string ticket_of(const Room& room, const Device& device, const Known& known, Instant now) {
    const std::string text = std::to_string(known.person.value) + " " +
                             std::string(word_in(attendance::methods, known.method)) + " " +
                             std::to_string(now.micros);
    return crypto::base64url(crypto::sealed(room.key, "kiosk:" + std::to_string(device.id.value), text));
}

struct Ticket {
    PersonId person;
    attendance::Method method = attendance::Method::Badge;
};
std::optional<Ticket> opened(const Room& room, const Device& device, std::string_view text, Instant now) {
    const auto sealed = crypto::from_base64url(text);
    if (!sealed) return std::nullopt;
    const auto plain = crypto::opened(room.key, "kiosk:" + std::to_string(device.id.value), *sealed);
    if (!plain) return std::nullopt;
    const auto first = plain->find(' '), second = plain->rfind(' ');
    const Instant made{std::stoll(plain->substr(second + 1))};
    if (now - made > ticket_lasts) return std::nullopt;
    return Ticket{
        {std::stoll(plain->substr(0, first))},
        value_in(attendance::methods, std::string_view(*plain).substr(first + 1, second - first - 1))};
}

}  // namespace

std::optional<Device> asking(Room& room, const web::Visit& visit) {
    return room.database.read(
        [&](const sql::Reader& db) { return behind(db, visit.request().cookies.get(cookie_name)); });
}

http::Response door(Room& room, web::Visit& visit) {
    if (!asking(room, visit)) return not_paired(visit);
    const auto done = visit.request().query.get("fait");
    if (!done.empty()) return done_page(visit, value_in(kinds, done));
    return door_page(visit, "");
}

http::Response who(Room& room, web::Visit& visit) {
    const auto device = asking(room, visit);
    if (!device) return not_paired(visit);
    const auto& t = visit.words();
    const forms::Form form(visit);
    const auto known = recognise(room.database, *device, trimmed(form.typed("secret")), room.key, visit.now(),
                                 visit.today());
    if (!known) return door_page(visit, known.refusal().key, 422);
    Markup fields = design::hidden("ticket", ticket_of(room, *device, *known, visit.now())) +
                    design::hidden("key", crypto::new_key()) + choices_of(t);
    Markup body = div({cls("kiosk"), data("kiosk", assets::url_of("assets/kiosk.js").text()),
                       h1({t("kiosk.hello", {{"name", known->given_name}})}),
                       html::form({attr("method", "post"), action(Url("/borne/pointage")),
                                   data("kiosk-form", "tap"), fields}),
                       p({a({href(Url("/borne")), t("kiosk.not_me")})}), offline_parts(t)});
    return screen(visit, t("kiosk.title"), std::move(body));
}

http::Response tap(Room& room, web::Visit& visit) {
    const auto device = asking(room, visit);
    if (!device) return not_paired(visit);
    const forms::Form form(visit);
    const auto ticket = opened(room, *device, form.typed("ticket"), visit.now());
    const std::string key = form.typed("key");
    if (!ticket || key.empty() || key.size() > 64) return door_page(visit, "kiosk.too_slow", 422);
    Tap one{.key = key,
            .kind = value_in(kinds, form.typed("what")),
            .method = ticket->method,
            .person = ticket->person,
            .at = visit.now(),
            .tablet_at = {}};
    const auto kept = keep(room.database, *device, one, visit.now());
    if (!kept) return door_page(visit, kept.refusal().key, 422);
    return http::see_other(Url("/borne").with("fait", word_in(kinds, one.kind)));
}

}  // namespace fabnum::kiosk
