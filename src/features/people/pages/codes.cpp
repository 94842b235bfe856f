// GET /moi/codes: one-time codes of a phone, as a second secret.

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/crypto/crypto.h"
#include "platform/qr/qr.h"

namespace fabnum::people {

using namespace html;

namespace {

// The secret travels on the page, sealed for this person and this hour, until a code proves that it was
// noted.
std::string about(const web::Visit& visit) {
    return "people.totp_offer:" + std::to_string(visit.actor().person.value) + ":" + to_iso(visit.today());
}

http::Response codes_page(Room& room, web::Visit& visit, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    const bool on =
        room.database.read([&](const sql::Reader& db) { return has_codes(db, visit.actor().person); });
    auto body = design::heading({.title = t("people.codes.title"),
                                 .lead = p({t("people.codes.lead")}),
                                 .above = design::back_link({t("people.self.title"), Url("/moi")})});
    body += design::mistakes(form, t);
    if (on) {
        auto fields = design::field(form,
                                    {.name = "password",
                                     .label = t("people.self.current_password"),
                                     .input = design::Input::Password,
                                     .autocomplete = "current-password"},
                                    t);
        fields += design::button({.word = t("people.codes.turn_off"), .look = design::Look::Danger});
        body += design::card(
            {.title = t("people.codes.are_on"), .body = design::sending(Url("/moi/codes/fin"), fields)});
    } else {
        auto sealed = crypto::from_base64url(form.typed("secret"));
        auto secret = sealed ? crypto::opened(room.key, about(visit), *sealed) : std::nullopt;
        if (!secret) {
            secret = crypto::new_totp_secret();
            sealed = crypto::sealed(room.key, about(visit), *secret);
        }
        const std::string uri = crypto::totp_uri(*secret, visit.visitor().name, "Fab'Num");
        const auto from = uri.find("secret=") + 7;
        auto fields = div({cls("qr-large"), qr::code(uri, t("people.codes.qr"))});
        fields += p({t("people.codes.by_hand"), " ", code({uri.substr(from, uri.find('&', from) - from)})});
        fields += design::hidden("secret", crypto::base64url(*sealed));
        fields += design::field(form,
                                {.name = "code",
                                 .label = t("people.sign_in.code"),
                                 .input = design::Input::Code,
                                 .help = t("people.sign_in.code_help"),
                                 .autocomplete = "one-time-code",
                                 .narrow = true},
                                t);
        fields += design::button({.word = t("people.codes.turn_on"), .icon = "shield-check"});
        body += design::card(
            {.title = t("people.codes.are_off"), .body = design::sending(Url("/moi/codes"), fields)});
    }
    return design::page(
        visit,
        {.title = design::form_title(form, t("people.codes.title"), t), .body = body, .status = status});
}

}  // namespace

http::Response codes(Room& room, web::Visit& visit) {
    return codes_page(room, visit, {});
}

http::Response codes_on(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto sealed = crypto::from_base64url(form.typed("secret"));
    const auto secret = sealed ? crypto::opened(room.key, about(visit), *sealed) : std::nullopt;
    if (!secret) return http::see_other(Url("/moi/codes"));
    const auto done = turn_on_codes(room.database, visit.act(), *secret, form.typed("code"), room.key);
    if (!done) {
        form.refuse("code", done.refusal());
        return codes_page(room, visit, form, 422);
    }
    visit.say("people.said.codes_on");
    return http::see_other(Url("/moi"));
}

http::Response codes_off(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto done = turn_off_codes(room.database, visit.act(), form.typed("password"));
    if (!done) {
        form.refuse("password", done.refusal());
        return codes_page(room, visit, form, 422);
    }
    visit.say("people.said.codes_off");
    return http::see_other(Url("/moi"));
}

}  // namespace fabnum::people
