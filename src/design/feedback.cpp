#include "design/feedback.h"

#include "design/attributes.h"
#include "design/card.h"
#include "design/fields.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

std::string_view icon_of(Tone tone) {
    switch (tone) {
        case Tone::Good: return "circle-check";
        case Tone::Watch:
        case Tone::Alert: return "triangle-alert";
        case Tone::Design: return "lightbulb";
        case Tone::Plain:
        case Tone::Info:
        case Tone::Progress:
        case Tone::Draft: return "info";
    }
    return {};
}

std::string class_for(Look look) {
    return look == Look::Soft   ? "button button-soft"
           : look == Look::Bare ? "button button-bare"
                                : "button button-outline";
}

}  // namespace

Markup toast(const Toast& toast) {
    const bool alert = toast.tone == Tone::Alert;
    return div({classes({"toast", alert ? "toast-alert" : ""}), role(alert ? "alert" : "status"),
                icon(icon_of(toast.tone)), p({toast.sentence}), toast.undo});
}

Markup notice(const Notice& notice) {
    return div({classes({"notice", "tone-" + std::string(name_of(notice.tone))}), icon(icon_of(notice.tone)),
                div({cls("notice-text"), notice.title.empty() ? Markup() : b({notice.title}),
                     p({notice.sentence}), notice.more})});
}

Markup empty_state(const Empty& empty) {
    return div({cls("empty"), icon(empty.icon), b({empty.title}),
                empty.sentence.empty() ? Markup() : p({empty.sentence}), empty.action});
}

Markup message_page(const Empty& message) {
    return div({cls("message-page"), tile(message.icon, Tone::Info), h1({message.title}),
                message.sentence.empty() ? Markup() : p({message.sentence}), message.action});
}

Markup skeleton(int lines, const i18n::Words& words) {
    Markup blocks;
    for (int line = 0; line < lines; ++line) blocks += span({aria("hidden", "true")});
    return div({cls("skeleton"), role("status"), for_readers(words("design.loading")), blocks});
}

Markup error_summary(const std::vector<Mistake>& mistakes, const i18n::Words& words) {
    if (mistakes.empty()) return {};
    const Markup list = each(mistakes, [](const Mistake& mistake) {
        if (mistake.field.empty()) return li({mistake.sentence});
        return li({a({href(Url::on_this_page(field_id(mistake.field))), mistake.sentence})});
    });
    return div({cls("error-summary"), role("alert"), attr("tabindex", -1), flag("autofocus"),
                data("focus", ""),
                h2({icon("triangle-alert"), words("design.mistakes", {{"count", mistakes.size()}})}),
                ul({role("list"), list})});
}

Markup dialog(const Dialog& dialog, const i18n::Words&) {
    const std::string title_id = dialog.id + "-title";
    return html::dialog({cls("dialog"), id(dialog.id), aria("labelledby", title_id),
                         div({cls("dialog-inside"), h2({id(title_id), dialog.title}), dialog.body,
                              div({cls("button-row"), dialog.actions})})});
}

Markup menu(const Menu& menu) {
    const Markup opener =
        menu.icon_only
            ? element("summary", {cls("icon-button"), attr("title", menu.word), aria("label", menu.word),
                                  icon(menu.icon)})
            : element("summary",
                      {cls(class_for(menu.look) + (menu.size == Size::Small ? " button-small" : "")),
                       icon(menu.icon), span({menu.word}), icon("chevron-down")});
    return details(
        {cls("menu"), if_said("id", menu.id), data("menu", ""), opener, div({cls("menu-list"), menu.items})});
}

Markup menu_link(std::string_view name, std::string_view word, const Url& to) {
    return a({href(to), icon(name), word});
}

}  // namespace fabnum::design
