// GET /badge: on a shared device, a badge is shown to the reader or its code is typed.
// GET /badge/{code}: what the card's QR code leads to; the PIN opens a session that ends soon.

#include "design/page.h"
#include "features/people/pages/people_pages.h"

namespace fabnum::people {

using namespace html;

namespace {

http::Response pin_page(web::Visit& visit, const std::string& code, const forms::Form& form,
                        int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.badge.title"),
                                 .lead = p({t("people.badge.pin_lead")}),
                                 .above = design::back_link({t("people.badge.other"), Url("/badge")})});
    body += design::mistakes(form, t);
    auto fields = design::field(form,
                                {.name = "pin",
                                 .label = t("people.badge.pin"),
                                 .input = design::Input::Code,
                                 .help = t("people.badge.pin_help"),
                                 .autocomplete = "off",
                                 .narrow = true},
                                t);
    fields += design::button({.word = t("people.entry.do"), .icon = "log-in", .size = design::Size::Large});
    body += design::sending(Url("/badge") / code, fields);
    body += design::notice({.title = t("people.badge.no_pin"), .sentence = t("people.badge.no_pin_why")});
    return design::page(
        visit,
        {.title = design::form_title(form, t("people.badge.title"), t), .body = body, .status = status});
}

http::Response code_page(web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.badge.title"),
                                 .lead = p({t("people.badge.lead")}),
                                 .above = design::back_link({t("people.sign_in.title"), Url("/connexion")})});
    body += design::mistakes(form, t);
    auto fields = design::field(form,
                                {.name = "badge",
                                 .label = t("people.badge.code"),
                                 .help = t("people.badge.code_help"),
                                 .autocomplete = "off"},
                                t);
    fields += design::button({.word = t("people.badge.next"), .icon = "arrow-right"});
    body += design::sending(Url("/badge"), fields);
    return design::page(
        visit,
        {.title = design::form_title(form, t("people.badge.title"), t), .body = body, .status = status});
}

}  // namespace

http::Response badge(Room&, web::Visit& visit) {
    return code_page(visit, {});
}

http::Response badge_read(Room&, web::Visit& visit) {
    forms::Form form(visit);
    const auto code = badge_code_in(form.text("badge", {.most = 300, .missing = "people.badge_missing"}));
    if (form.is_good() && code.empty()) form.refuse("badge", {"people.badge_missing"});
    if (!form.is_good()) return code_page(visit, form, 422);
    return http::see_other(Url("/badge") / code);
}

// The same page for every code: whoever finds a card learns nothing from it.
http::Response badge_pin(Room&, web::Visit& visit, std::string code) {
    return pin_page(visit, code, {});
}

http::Response badge_enter(Room& room, web::Visit& visit, std::string code) {
    forms::Form form(visit);
    const auto session = sign_in_by_pin(room.database, how_of(visit, true), code, form.typed("pin"));
    if (session) return enter(visit, *session, std::nullopt);
    form.refuse("pin", session.refusal());
    const bool waiting = session.refusal().key == "people.wait";
    auto response = pin_page(visit, code, form, waiting ? 429 : 422);
    if (waiting) response.with("Retry-After", session.refusal().facts.front().second);
    return response;
}

}  // namespace fabnum::people
