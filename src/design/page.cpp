#include "design/page.h"

#include "platform/crypto/crypto.h"

namespace fabnum::design {

namespace {

struct Way {
    std::string_view key;  // catalogue key under "design.way", and the page's `here`
    std::string_view icon;
    html::Path to;
    web::Access who;
};

// The way around, in its order; each role sees its own entries.
constexpr Role C = Role::Coordinator, F = Role::Fabmanager, P = Role::Participant, A = Role::Admin;
const Way ways[] = {
    {"home", "house", "/accueil", web::Access::only({C, A})},
    {"workshop", "house", "/atelier", web::Access::only({F})},
    {"today", "sun", "/aujourdhui", web::Access::only({P})},
    {"presence", "clipboard-check", "/presence", web::Access::only({C, F, A})},
    {"timetable", "calendar-days", "/seances", web::Access::only({C, F, A})},
    {"cohort", "users", "/promo", web::Access::only({C, F, A})},
    {"recruitment", "user-plus", "/recrutement", web::Access::only({C, A})},
    {"young", "route", "/jeunes", web::Access::only({C, F})},
    {"orders", "package", "/commandes", web::Access::only({C, F, A})},
    {"board", "layout-grid", "/commandes/tableau", web::Access::only({C, F, A})},
    {"workshop", "printer", "/atelier", web::Access::only({C, A})},
    {"missions", "package", "/missions", web::Access::only({P})},
    {"path", "route", "/parcours", web::Access::only({P})},
    {"turns", "route", "/participation", web::Access::only({C, F, A})},
    {"partners", "handshake", "/partenaires", web::Access::only({C, F, A})},
    {"results", "chart-column", "/resultats", web::Access::only({C, F, A})},
    {"parameters", "euro", "/parametres", web::Access::only({A})},
    {"records", "book-open", "/journal", web::Access::only({C, A})},
    {"messages", "message-circle", "/messages", web::Access::only({C, F, P})},
};

std::vector<NavEntry> ways_of(const web::Visit& visit, std::string_view here) {
    std::vector<NavEntry> entries;
    for (const Way& way : ways)
        if (way.who.allows(visit.actor().role))
            entries.push_back({.icon = way.icon,
                               .word = visit.words()("design.way." + std::string(way.key)),
                               .to = way.to,
                               .current = way.key == here,
                               .count = way.key == "messages" ? visit.visitor().unread : 0});
    return entries;
}

Theme theme_of(const web::Visitor& visitor) {
    return visitor.theme == "light" ? Theme::Light : visitor.theme == "dark" ? Theme::Dark : Theme::Device;
}

std::string said(const web::Visit& visit, const web::Notice& notice) {
    return visit.words()(Refusal{notice.key, notice.facts});
}

Shell shell_of(const web::Visit& visit, std::string title, html::Markup body, std::string_view here) {
    const auto& t = visit.words();
    Shell shell{.words = t, .title = std::move(title), .body = std::move(body)};
    shell.theme = theme_of(visit.visitor());
    shell.comfort = visit.visitor().comfort;
    shell.nav = ways_of(visit, here);
    if (visit.heard() && t.has(visit.heard()->key))
        shell.toast = Toast{.sentence = said(visit, *visit.heard())};
    const Role role = visit.actor().role;
    if (role != Role::Anyone) {
        shell.person = Person{visit.actor().person.value, visit.visitor().name};
        shell.person_detail = t("people.role." + std::string(word_of(role)));
        shell.profile = html::Url("/moi");
        shell.site = visit.visitor().site_name;
        if (role == Role::Coordinator || role == Role::Admin) shell.site_choice = html::Url("/lieux");
        if (is_staff(role)) shell.search = html::Url("/recherche");
        if (role == Role::Participant) shell.help = html::Url("/messages").at("repondre");
    }
    shell.footer = {{t("design.footer.accessibility"), html::Url("/accessibilite")},
                    {t("design.footer.languages"), html::Url("/langue")}};
    return shell;
}

std::string printed(const web::Visit& visit, const Shell& shell, bool wide) {
    const Role role = visit.actor().role;
    if (is_staff(role)) return html::print(shell_staff(shell));
    if (role == Role::Participant) return html::print(shell_participant(shell));
    return html::print(wide ? shell_public_wide(shell) : shell_public(shell));
}

std::string problem_words(const forms::Form& form, std::string_view name, const i18n::Words& words) {
    const Refusal* problem = form.problem_of(name);
    return problem ? words(*problem) : std::string();
}

}  // namespace

http::Response page(web::Visit& visit, const Page& page) {
    Shell shell = shell_of(visit, page.title, page.body, page.here);
    shell.actions = page.actions;
    return http::page(printed(visit, shell, page.wide), page.status);
}

http::Response refused(web::Visit& visit, const Refusal& refusal, const html::Url& back,
                       std::string_view here) {
    const auto& t = visit.words();
    const bool overtaken = refusal.key.ends_with("moved_meanwhile");
    const bool absent = refusal.key.ends_with("not_there");
    const int status = overtaken ? 409 : absent ? 404 : 422;
    auto body =
        message_page({.icon = overtaken ? "users" : "hand",
                      .title = t(overtaken ? "design.refused.overtaken"
                                 : absent  ? "web.not_found"
                                           : "design.refused.title"),
                      .sentence = t(refusal),
                      .action = link_button({.word = t("design.refused.back"), .icon = "arrow-left"}, back)});
    body = html::div({html::role("alert"), body});
    return page(visit, {.title = t("design.refused.title"), .body = body, .here = here, .status = status});
}

std::string trouble_page(web::Visit& visit, const web::Trouble& trouble) {
    const auto& t = visit.words();
    html::Markup more;
    if (!trouble.typed.empty()) {
        // What was typed is on the page: signed in again in another tab, it can be sent from here.
        html::Markup kept;
        for (const auto& [name, value] : trouble.typed)
            if (name != "once") kept += hidden(name, value);
        more = stack({html::p({t("web.typed_kept")}),
                      html::p({html::a({html::href(html::Url("/connexion")), html::attr("target", "_blank"),
                                        html::attr("rel", "noopener"), t("web.sign_in_elsewhere")})}),
                      sending(html::Url::local(visit.request().path).value_or(html::Url("/")),
                              kept + button({.word = t("web.send_again"), .icon = "rotate-ccw"}))});
    } else {
        more =
            link_button({.word = t("web.go_home"), .icon = "house", .look = Look::Outline}, html::Url("/"));
    }
    html::Markup body = message_page({.icon = trouble.status == 404 ? "map" : "triangle-alert",
                                      .title = t(trouble.key),
                                      .sentence = t(trouble.key + "_why", {{"request", trouble.request_id}}),
                                      .action = more});
    return printed(visit, shell_of(visit, t(trouble.key), std::move(body), {}), false);
}

html::Markup sending(const html::Url& to, html::Markup body, const Sending& how) {
    return form({.to = to,
                 .hidden = hidden("once", crypto::new_key()),
                 .body = std::move(body),
                 .files = how.files,
                 .get = false,
                 .one_line = how.one_line,
                 .autosave = how.autosave,
                 .id = how.id});
}

html::Markup act_button(const html::Url& to, const Button& one, html::Markup hidden_fields) {
    return sending(to, std::move(hidden_fields) + button(one), {.one_line = true});
}

html::Markup field(const forms::Form& form, Field field, const i18n::Words& words) {
    if (field.input != Input::Password && field.input != Input::File) field.value = form.typed(field.name);
    field.error = problem_words(form, field.name, words);
    return design::field(field, words);
}

html::Markup select_field(const forms::Form& form, Choices choices, const i18n::Words& words) {
    choices.chosen = form.all_typed(choices.name);
    choices.error = problem_words(form, choices.name, words);
    return design::select_field(choices, words);
}

html::Markup radio_cards(const forms::Form& form, Choices choices, const i18n::Words& words) {
    choices.chosen = form.all_typed(choices.name);
    choices.error = problem_words(form, choices.name, words);
    return design::radio_cards(choices, words);
}

html::Markup checkboxes(const forms::Form& form, Choices choices, const i18n::Words& words) {
    choices.chosen = form.all_typed(choices.name);
    choices.error = problem_words(form, choices.name, words);
    return design::checkboxes(choices, words);
}

html::Markup mistakes(const forms::Form& form, const i18n::Words& words) {
    if (form.is_good()) return {};
    std::vector<Mistake> all;
    for (const auto& problem : form.problems()) all.push_back({problem.field, words(problem.why)});
    return error_summary(all, words);
}

std::string form_title(const forms::Form& form, std::string_view title, const i18n::Words& words) {
    if (form.is_good()) return std::string(title);
    return words("design.error_title", {{"title", title}});
}

}  // namespace fabnum::design
