// GET /lieux/{}: a place: how to reach it, and its amounts. Its coordinator changes them here.

#include "design/page.h"
#include "features/sites/pages/site_pages.h"

namespace fabnum::sites {

using namespace html;

namespace {

struct Fact {
    std::string_view name;
    design::Input input;
    bool optional;
};
constexpr Fact facts_asked[] = {
    {"name", design::Input::Text, false},       {"town", design::Input::Text, false},
    {"address", design::Input::Text, true},     {"phone", design::Input::Phone, true},
    {"mail", design::Input::Mail, true},        {"material_cap", design::Input::Money, false},
    {"hour_value", design::Input::Money, false}};

Markup form_of(const Site& site, const forms::Form& form, const i18n::Words& t) {
    Markup fields;
    for (const Fact& fact : facts_asked) {
        const std::string key = "sites.fact." + std::string(fact.name);
        fields += design::field(form,
                                {.name = std::string(fact.name),
                                 .label = t(key),
                                 .input = fact.input,
                                 .help = t.has(key + "_help") ? t(key + "_help") : "",
                                 .optional = fact.optional,
                                 .autocomplete = "off",
                                 .narrow = fact.input == design::Input::Money},
                                t);
    }
    fields += design::button({.word = t("sites.do"), .icon = "check"});
    return design::sending(Url("/lieux") / site.id, fields);
}

Markup sheet_of(const Site& site, const i18n::Words& t) {
    return design::definitions({{t("sites.fact.town"), text(site.town)},
                                {t("sites.fact.address"), text(site.address)},
                                {t("sites.fact.phone"), text(site.phone)},
                                {t("sites.fact.mail"), text(site.mail)},
                                {t("sites.fact.material_cap"), text(t.money(site.material_cap))},
                                {t("sites.fact.hour_value"), text(t.money(site.hour_value))}});
}

http::Response site_page(web::Visit& visit, const Site& site, const forms::Form& form, int status = 200) {
    const auto& t = visit.words();
    auto body = design::heading({.title = site.name,
                                 .lead = p({t("sites.lead")}),
                                 .above = design::back_link({t("people.places.title"), Url("/lieux")})});
    body += design::mistakes(form, t);
    body += design::card(
        {.title = t("sites.title"),
         .body = may_change(visit.actor(), site.id) ? form_of(site, form, t) : sheet_of(site, t)});
    return design::page(visit,
                        {.title = design::form_title(form, site.name, t), .body = body, .status = status});
}

std::optional<Site> seen(Room& room, const web::Visit& visit, SiteId id) {
    if (!reaches(visit.actor(), id)) return std::nullopt;
    return room.database.read([&](const sql::Reader& db) { return find(db, id); });
}

// "150", "12,50": as one types it.
std::string typed(Money money) {
    const auto cents = money.cents % 100;
    const std::string whole = std::to_string(money.cents / 100);
    return cents == 0 ? whole : whole + "," + (cents < 10 ? "0" : "") + std::to_string(cents);
}

}  // namespace

http::Response site_show(Room& room, web::Visit& visit, SiteId id) {
    const auto site = seen(room, visit, id);
    if (!site) return design::refused(visit, {"sites.not_there"}, Url("/lieux"));
    forms::Form form;
    form.put("name", site->name)
        .put("town", site->town)
        .put("address", site->address)
        .put("phone", site->phone)
        .put("mail", site->mail)
        .put("material_cap", typed(site->material_cap))
        .put("hour_value", typed(site->hour_value));
    return site_page(visit, *site, form);
}

http::Response site_change(Room& room, web::Visit& visit, SiteId id) {
    const auto before = seen(room, visit, id);
    if (!before) return design::refused(visit, {"sites.not_there"}, Url("/lieux"));
    forms::Form form(visit);
    Site after = *before;
    after.name = form.text("name", {.most = 80});
    after.town = form.text("town", {.most = 80});
    after.address = form.text("address", {.need = forms::Need::Maybe, .most = 200});
    after.phone = form.phone("phone", forms::Need::Maybe).value_or("");
    after.mail = form.mail("mail", forms::Need::Maybe).value_or("");
    after.material_cap = form.money("material_cap").value_or(Money{});
    after.hour_value = form.money("hour_value").value_or(Money{});
    if (!form.is_good()) return site_page(visit, *before, form, 422);
    const auto done = change(room.database, visit.act(), after);
    if (!done) {
        form.refuse("name", done.refusal());
        return site_page(visit, *before, form, 422);
    }
    visit.say("sites.said.changed");
    return http::see_other(Url("/lieux") / id);
}

}  // namespace fabnum::sites
