#include "design/shell.h"

#include "design/attributes.h"
#include "design/icon.h"
#include "platform/assets/assets.h"

namespace fabnum::design {

using namespace html;

namespace {

constexpr std::string_view content_id = "content";

Markup head_of(const Shell& shell) {
    static const Url logo_url = assets::url_of("assets/logo.svg");
    static const Url touch_icon = assets::url_of("assets/logo-180.png");
    static const Url manifest = assets::url_of("assets/manifest.webmanifest");
    Markup head = link({attr("rel", "icon"), type("image/svg+xml"), href(logo_url)}) +
                  link({attr("rel", "apple-touch-icon"), href(touch_icon)}) +
                  link({attr("rel", "manifest"), href(manifest)});
    if (shell.theme != Theme::Dark)
        head += meta(
            {name("theme-color"), attr("content", "#FAF6EF"),
             shell.theme == Theme::Device ? attr("media", "(prefers-color-scheme: light)") : Attribute{}});
    if (shell.theme != Theme::Light)
        head += meta(
            {name("theme-color"), attr("content", "#11141D"),
             shell.theme == Theme::Device ? attr("media", "(prefers-color-scheme: dark)") : Attribute{}});
    return head + shell.head;
}

Document document_of(const Shell& shell, std::string_view body_class, Markup body) {
    static const std::vector<Url> fonts = {assets::url_of("assets/text.woff2"),
                                           assets::url_of("assets/title.woff2"),
                                           assets::url_of("assets/digits.woff2")};
    static const Url style = assets::url_of("assets/app.css"), script = assets::url_of("assets/app.js");
    Document document{.language = std::string(i18n::tag_of(shell.words.voice().language)),
                      .title = shell.title + " - Fab’Num",
                      .body_class = std::string(body_class),
                      .styles = {style},
                      .scripts = {script},
                      .fonts = fonts,
                      .head = head_of(shell)};
    if (shell.theme != Theme::Device)
        document.html_data.emplace_back("theme", shell.theme == Theme::Dark ? "dark" : "light");
    if (shell.comfort) document.html_data.emplace_back("comfort", "yes");
    document.body = a({cls("skip"), href(Url::on_this_page(content_id)), shell.words("design.skip")}) + body;
    return document;
}

Markup brand(const Shell& shell, std::string_view beside = {}) {
    return a(
        {cls("brand"), href(shell.home), logo(), "Fab’Num", beside.empty() ? Markup() : small({beside})});
}

// Empty but there: a script may fill it after a change without a new page.
Markup toasts(const Shell& shell) {
    return div({cls("toasts"), id("toasts"), shell.toast ? toast(*shell.toast) : Markup()});
}

Markup content(const Shell& shell) {
    return html::main({id(content_id), attr("tabindex", -1), toasts(shell), shell.body});
}

Markup place(const Shell& shell) {
    if (shell.site.empty()) return {};
    const Markup words =
        span({shell.site, shell.site_detail.empty() ? Markup() : small({shell.site_detail})});
    if (!shell.site_choice) return div({cls("place"), icon("map-pin"), words});
    return a({cls("place"), href(*shell.site_choice), icon("map-pin"), words, icon("chevrons-up-down")});
}

Markup entry_of(const NavEntry& entry, const i18n::Words& words) {
    const Markup count = entry.count > 0 ? span({cls("count"), aria("hidden", "true"), entry.count}) +
                                               for_readers(words("design.waiting", {{"count", entry.count}}))
                                         : Markup();
    return li({a({href(entry.to), entry.current ? aria("current", "page") : Attribute{}, icon(entry.icon),
                  entry.word, " ", count})});
}

Markup side_nav(const Shell& shell) {
    return nav({cls("nav"), aria("label", shell.words("design.menu")),
                ul({role("list"),
                    each(shell.nav, [&](const NavEntry& entry) { return entry_of(entry, shell.words); })})});
}

Markup me(const Shell& shell) {
    if (!shell.person) return {};
    const Markup words = span({b({shell.person->name}), small({shell.person_detail})});
    if (!shell.profile) return div({cls("me"), person_disc(*shell.person), words});
    return a({cls("me"), href(*shell.profile), person_disc(*shell.person), words,
              for_readers(shell.words("design.profile")), icon("settings-2")});
}

Markup search_form(const Shell& shell) {
    if (!shell.search) return {};
    const std::string word = shell.words("design.search");
    return html::element(
        "form",
        {cls("search"), role("search"), action(*shell.search), attr("method", "get"),
         html::button({type("submit"), aria("label", word), icon("search")}),
         input({type("search"), name("q"), aria("label", shell.words("design.search_what")),
                value(shell.searched), attr("placeholder", shell.words("design.search_what")),
                attr("autocomplete", "off"), data("shortcut", "k"), attr("aria-keyshortcuts", "Control+K")}),
         element("kbd", {aria("hidden", "true"), "Ctrl K"})});
}

Markup footer_of(const Shell& shell) {
    const Markup links = each(shell.footer, [](const Link& link) { return a({href(link.to), link.word}); });
    const Markup help =
        shell.help ? a({cls("push"), href(*shell.help), shell.words("design.help")}) : Markup();
    return links.empty() && help.empty() ? Markup() : footer({cls("footer"), links, help});
}

Markup tab_of(const NavEntry& entry, const i18n::Words& words) {
    const Markup count =
        entry.count > 0 ? span({cls("count count-dot"), aria("hidden", "true"), entry.count}) : Markup();
    const Markup read =
        entry.count > 0 ? for_readers(words("design.waiting", {{"count", entry.count}})) : Markup();
    return li({a({href(entry.to), entry.current ? aria("current", "page") : Attribute{},
                  span({cls("tabs-pill"), icon(entry.icon), count}), entry.word, " ", read})});
}

Markup help_button(const Shell& shell) {
    return shell.help ? link_button({.word = shell.words("design.help_someone"),
                                     .icon = "hand-helping",
                                     .look = Look::Outline,
                                     .wide = true},
                                    *shell.help)
                      : Markup();
}

Document public_document(const Shell& shell, std::string_view body_class) {
    const Markup links = each(shell.nav, [&](const NavEntry& entry) { return entry_of(entry, shell.words); });
    const Markup menu =
        links.empty()
            ? Markup()
            : nav({cls("public-nav"), aria("label", shell.words("design.menu")), ul({role("list"), links})});
    return document_of(
        shell, body_class,
        header({cls("public-top"), brand(shell, shell.site), menu}) + content(shell) + footer_of(shell));
}

}  // namespace

Document shell_staff(const Shell& shell) {
    const Markup actions = shell.actions.empty() ? Markup() : div({cls("topbar-actions"), shell.actions});
    const Markup top = shell.search || !shell.actions.empty()
                           ? section({cls("topbar"), aria("label", shell.words("design.tools")),
                                      search_form(shell), actions})
                           : Markup();
    return document_of(
        shell, "for-staff",
        div({cls("app"), header({cls("side"), brand(shell), place(shell), side_nav(shell), me(shell)}),
             div({cls("body"), div({cls("page"), top, content(shell), footer_of(shell)})})}));
}

Document shell_participant(const Shell& shell) {
    const Markup profile =
        shell.person && shell.profile
            ? a({cls("top-me"), href(*shell.profile),
                 aria("label", shell.words("design.my_profile", {{"name", initials_of(shell.person->name)}})),
                 person_disc(*shell.person)})
            : Markup();
    const Markup tabs =
        shell.nav.empty()
            ? Markup()
            : nav({cls("tabs"), aria("label", shell.words("design.menu")),
                   ul({role("list"),
                       each(shell.nav, [&](const NavEntry& entry) { return tab_of(entry, shell.words); })})});
    const Markup body =
        html::main({id(content_id), attr("tabindex", -1), toasts(shell), shell.body, help_button(shell)});
    return document_of(shell, "for-participant", header({cls("top"), brand(shell), profile}) + body + tabs);
}

Document shell_public(const Shell& shell) {
    return public_document(shell, "for-public");
}

Document shell_public_wide(const Shell& shell) {
    return public_document(shell, "for-public is-wide");
}

Document shell_kiosk(const Shell& shell) {
    return document_of(shell, "for-kiosk", header({cls("top"), brand(shell, shell.site)}) + content(shell));
}

}  // namespace fabnum::design
