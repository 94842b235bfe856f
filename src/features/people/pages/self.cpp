// GET /moi: how the product speaks to me, my secrets, my devices.

#include "design/page.h"
#include "features/people/pages/people_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::people {

using namespace html;

namespace {

Markup manner_card(const Person& person, const i18n::Words& t) {
    forms::Form form;
    form.put("language", std::string(i18n::tag_of(person.voice.language)));
    form.put("address", std::string(word_of(person.voice.address)));
    form.put("agreement", std::string(word_of(person.voice.agreement)));
    form.put("theme", person.theme.empty() ? "device" : person.theme);
    auto fields =
        design::radio_cards(form,
                            {.name = "address",
                             .label = t("people.self.address"),
                             .choices = {{"tu", t("people.self.tu")}, {"vous", t("people.self.vous")}}},
                            t);
    fields += design::radio_cards(form,
                                  {.name = "agreement",
                                   .label = t("people.self.agreement"),
                                   .choices = {{"f", t("people.self.agreement_f")},
                                               {"m", t("people.self.agreement_m")},
                                               {"n", t("people.self.agreement_n")}}},
                                  t);
    fields += design::select_field(form,
                                   {.name = "language",
                                    .label = t("people.self.language"),
                                    .choices = {{"fr", "Français"}, {"en", "English"}}},
                                   t);
    fields += design::select_field(form,
                                   {.name = "theme",
                                    .label = t("people.self.theme"),
                                    .choices = {{"device", t("people.self.theme_device")},
                                                {"light", t("people.self.theme_light")},
                                                {"dark", t("people.self.theme_dark")}}},
                                   t);
    fields += design::checkbox({.name = "comfort",
                                .word = t("people.self.comfort"),
                                .checked = person.comfort,
                                .detail = t("people.self.comfort_detail")});
    fields += design::button({.word = t("people.self.keep"), .icon = "check"});
    return design::card(
        {.title = t("people.self.manner"), .body = design::sending(Url("/moi/maniere"), fields)});
}

Markup devices_card(const std::vector<sessions::Session>& devices, const web::Visit& visit) {
    const auto& t = visit.words();
    design::Table table{.caption = t("people.self.devices"),
                        .columns = {{.word = t("people.self.device")},
                                    {.word = t("people.self.seen")},
                                    {.word = t("people.self.device_end"), .quiet = true}},
                        .rows = {}};
    for (const auto& device : devices) {
        const bool this_one = device.id.value == visit.visitor().session;
        table.rows.push_back(
            {text(device.device + (device.shared ? ", " + t("people.self.device_shared") : "")),
             text(t.short_day(clock::day_in(visit.visitor().zone, device.seen))),
             this_one ? design::tag({.tone = design::Tone::Info, .word = t("people.self.device_here")})
                      : design::act_button(
                            Url("/moi/appareils") / device.id / "fin",
                            {.word = t("people.self.device_end"),
                             .look = design::Look::Outline,
                             .size = design::Size::Small,
                             .label = t("people.self.device_end_label", {{"device", device.device}})})});
    }
    return design::card({.title = t("people.self.devices"), .body = design::table(table, t), .flush = true});
}

http::Response self_page(Room& room, web::Visit& visit, const forms::Form& secrets, int status = 200) {
    const auto& t = visit.words();
    struct Facts {
        std::optional<Person> person;
        std::vector<sessions::Session> devices;
        bool password = false, codes = false;
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        const PersonId me = visit.actor().person;
        return Facts{find(db, me), sessions::of_person(db, me, visit.now()), has_password(db, me),
                     has_codes(db, me)};
    });
    auto body = design::heading({.title = t("people.self.title"), .lead = p({visit.visitor().name})});
    body += design::mistakes(secrets, t);
    body += manner_card(*facts.person, t);
    if (is_staff(visit.actor())) {
        Markup fields;
        if (facts.password)
            fields += design::field(secrets,
                                    {.name = "current_password",
                                     .label = t("people.self.current_password"),
                                     .input = design::Input::Password,
                                     .autocomplete = "current-password"},
                                    t);
        fields += design::field(secrets,
                                {.name = "new_password",
                                 .label = t("people.self.new_password"),
                                 .input = design::Input::Password,
                                 .help = t("people.self.password_help"),
                                 .autocomplete = "new-password"},
                                t);
        fields += design::button(
            {.word = t("people.self.password_do"), .icon = "key-round", .look = design::Look::Outline});
        body += design::card(
            {.title = t("people.self.password"), .body = design::sending(Url("/moi/mot-de-passe"), fields)});
        body +=
            design::card({.title = t("people.codes.title"),
                          .body = p({facts.codes ? t("people.codes.are_on") : t("people.codes.are_off")}) +
                                  design::link_button({.word = t("people.codes.settings"),
                                                       .icon = "shield-check",
                                                       .look = design::Look::Outline},
                                                      Url("/moi/codes"))});
    }
    auto pin = design::field(secrets,
                             {.name = "pin",
                              .label = t("people.self.pin"),
                              .input = design::Input::Code,
                              .help = t("people.self.pin_help"),
                              .autocomplete = "off",
                              .narrow = true},
                             t);
    pin += design::button({.word = t("people.self.pin_do"), .icon = "lock", .look = design::Look::Outline});
    body +=
        design::card({.title = t("people.self.pin_title"), .body = design::sending(Url("/moi/pin"), pin)});
    body += devices_card(facts.devices, visit);
    body += design::card(
        {.title = t("people.self.data"),
         .body = p({t("people.self.data_lead")}) +
                 design::link_button(
                     {.word = t("people.self.data_see"), .icon = "file-text", .look = design::Look::Outline},
                     Url("/moi/donnees"))});
    body += design::act_button(
        Url("/deconnexion"),
        {.word = t("people.self.sign_out"), .icon = "log-out", .look = design::Look::Outline});
    return design::page(visit, {.title = design::form_title(secrets, t("people.self.title"), t),
                                .body = body,
                                .here = "self",
                                .status = status});
}

}  // namespace

http::Response self(Room& room, web::Visit& visit) {
    return self_page(room, visit, {});
}

http::Response self_manner(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto theme = form.typed("theme");
    const Manner manner{
        .voice = voice_from(form.typed("language"), form.typed("address"), form.typed("agreement")),
        .theme = theme == "light" || theme == "dark" ? theme : "",
        .comfort = form.checked("comfort")};
    const auto done = choose_manner(room.database, visit.act(), manner);
    if (!done) return design::refused(visit, done.refusal(), Url("/moi"));
    visit.say("people.said.manner");
    return http::see_other(Url("/moi"));
}

http::Response self_password(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto done = set_password(room.database, visit.act(), form.typed("current_password"),
                                   form.typed("new_password"), sessions::SessionId{visit.visitor().session});
    if (!done) {
        form.refuse(
            done.refusal().key == "people.wrong_current_password" ? "current_password" : "new_password",
            done.refusal());
        return self_page(room, visit, form, 422);
    }
    visit.say("people.said.password");
    return http::see_other(Url("/moi"));
}

http::Response self_pin(Room& room, web::Visit& visit) {
    forms::Form form(visit);
    const auto done = set_pin(room.database, visit.act(), form.typed("pin"), room.key);
    if (!done) {
        form.refuse("pin", done.refusal());
        return self_page(room, visit, form, 422);
    }
    visit.say("people.said.pin");
    return http::see_other(Url("/moi"));
}

http::Response self_session_end(Room& room, web::Visit& visit, sessions::SessionId session) {
    (void)room.database.write(visit.act(), [&](const sql::Writer& db) -> Result<Done> {
        sessions::end(db, session, visit.actor().person);
        return Done{};
    });
    visit.say("people.said.session_ended");
    return http::see_other(Url("/moi"));
}

}  // namespace fabnum::people
