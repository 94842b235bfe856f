// GET /connexion: staff sign in; young people are told about their link.
// GET /entree/{}: a link from the team; the button signs in, so that a mail program that looks at the link
// does not.

#include "design/page.h"
#include "features/people/pages/people_pages.h"

namespace fabnum::people {

using namespace html;

namespace {

http::Response sign_in_page(web::Visit& visit, const forms::Form& form, bool code_asked, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = t("people.sign_in.title"), .lead = p({t("people.sign_in.lead")})});
    body += design::mistakes(form, t);
    auto fields = design::field(form,
                                {.name = "mail",
                                 .label = t("people.sign_in.mail"),
                                 .input = design::Input::Mail,
                                 .autocomplete = "username"},
                                t);
    fields += design::field(form,
                            {.name = "password",
                             .label = t("people.sign_in.password"),
                             .input = design::Input::Password,
                             .autocomplete = "current-password"},
                            t);
    if (code_asked)
        fields += design::field(form,
                                {.name = "code",
                                 .label = t("people.sign_in.code"),
                                 .input = design::Input::Code,
                                 .help = t("people.sign_in.code_help"),
                                 .autocomplete = "one-time-code",
                                 .narrow = true},
                                t);
    fields += design::checkbox({.name = "shared",
                                .word = t("people.sign_in.shared"),
                                .checked = form.checked("shared"),
                                .detail = t("people.sign_in.shared_detail")});
    fields += design::hidden("retour", form.typed("retour"));
    fields += design::button({.word = t("people.sign_in.do"), .icon = "log-in"});
    body += design::sending(Url("/connexion"), fields);
    body += design::notice(
        {.title = t("people.sign_in.young_title"),
         .sentence = t("people.sign_in.young"),
         .more = design::link_button(
             {.word = t("people.sign_in.badge"), .icon = "id-card", .look = design::Look::Outline},
             Url("/badge"))});
    return design::page(
        visit,
        {.title = design::form_title(form, t("people.sign_in.title"), t), .body = body, .status = status});
}

}  // namespace

SignIn how_of(const web::Visit& visit, bool shared) {
    return {.client = visit.request().client,
            .device = device_of(visit.request()),
            .kind = shared ? sessions::Device::Shared : sessions::Device::Own,
            .now = visit.now(),
            .today = visit.today()};
}

http::Response enter(web::Visit& visit, const std::string& token, const std::optional<Url>& back) {
    visit.set_cookie(sessions::cookie_name, token, std::chrono::hours{24 * 30});
    return http::see_other(back.value_or(Url("/")));
}

http::Response sign_in(Room&, web::Visit& visit) {
    forms::Form form;
    form.put("retour", std::string(visit.request().query.get("retour")));
    return sign_in_page(visit, form, false);
}

http::Response sign_in_now(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto mail = form.mail("mail");
    const auto password = form.typed("password");
    if (password.empty()) form.refuse("password", {"people.password_missing"});
    if (!form.is_good()) return sign_in_page(visit, form, form.has("code", form.typed("code")), 422);
    const auto token = sign_in_by_password(room.database, how_of(visit, form.checked("shared")),
                                           i18n::search_key(*mail), password, form.typed("code"), room.key);
    if (!token) {
        const bool asks_code =
            token.refusal().key == "people.code_needed" || token.refusal().key == "people.wrong_code";
        form.refuse(asks_code ? "code" : "password", token.refusal());
        const bool waiting = token.refusal().key == "people.wait";
        auto response = sign_in_page(visit, form, asks_code, waiting ? 429 : 422);
        if (waiting) response.with("Retry-After", token.refusal().facts.front().second);
        return response;
    }
    return enter(visit, *token, Url::local(form.typed("retour")));
}

http::Response sign_in_link(Room& room, web::Visit& visit, std::string token) {
    const auto& t = visit.words();
    const auto link = room.database.read(
        [&](const sql::Reader& db) { return sessions::find_link(db, "sign_in", token, visit.now()); });
    if (!link) {
        auto body = design::message_page(
            {.icon = "link",
             .title = t("people.entry.ended"),
             .sentence = t("people.entry.ended_why"),
             .action = design::link_button({.word = t("people.sign_in.title"), .look = design::Look::Outline},
                                           Url("/connexion"))});
        return design::page(visit, {.title = t("people.entry.ended"), .body = body, .status = 404});
    }
    const auto person =
        room.database.read([&](const sql::Reader& db) { return find(db, PersonId{link->subject}); });
    auto body =
        design::heading({.title = t("people.entry.title", {{"name", person ? person->given_name : ""}}),
                         .lead = p({t("people.entry.lead")})});
    body += design::sending(
        Url("/entree") / token,
        design::checkbox({.name = "shared",
                          .word = t("people.sign_in.shared"),
                          .detail = t("people.sign_in.shared_detail")}) +
            design::button(
                {.word = t("people.entry.do"), .icon = "log-in", .size = design::Size::Large, .wide = true}));
    return design::page(visit, {.title = t("people.entry.do"), .body = body});
}

http::Response sign_in_link_now(Room& room, web::Visit& visit, std::string token) {
    const forms::Form form(visit);
    const auto session = sign_in_by_link(room.database, how_of(visit, form.checked("shared")), token);
    if (!session) return design::refused(visit, session.refusal(), Url("/connexion"));
    return enter(visit, *session, std::nullopt);
}

http::Response sign_out(Room& room, web::Visit& visit) {
    (void)room.database.write(visit.act(), [&](const sql::Writer& db) -> Result<Done> {
        sessions::end(db, sessions::SessionId{visit.visitor().session}, visit.actor().person);
        return Done{};
    });
    visit.forget_cookie(sessions::cookie_name);
    auto response = http::see_other(Url("/connexion"));
    response.with("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

Url home_of(Role role) {
    switch (role) {
        case Role::Participant: return Url("/aujourdhui");
        case Role::Fabmanager: return Url("/atelier");
        case Role::Coordinator:
        case Role::Admin: return Url("/accueil");
        case Role::Adviser: return Url("/mes-jeunes");
        default: return Url("/moi");
    }
}

std::string device_of(const http::Request& request) {
    const auto agent = request.headers.get("User-Agent");
    const auto says = [&](std::string_view word) { return agent.find(word) != std::string_view::npos; };
    const std::string browser = says("Firefox")  ? "Firefox"
                                : says("Edg/")   ? "Edge"
                                : says("Chrome") ? "Chrome"
                                : says("Safari") ? "Safari"
                                                 : "?";
    const std::string system = says("Android")   ? "Android"
                               : says("iPhone")  ? "iPhone"
                               : says("iPad")    ? "iPad"
                               : says("Windows") ? "Windows"
                               : says("Mac OS")  ? "Mac"
                               : says("Linux")   ? "Linux"
                                                 : "?";
    return browser + ", " + system;
}

}  // namespace fabnum::people
