#include "design/button.h"

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

std::string_view class_of(Look look) {
    switch (look) {
        case Look::Strong: return "button-strong";
        case Look::Outline: return "button-outline";
        case Look::Soft: return "button-soft";
        case Look::Bare: return "button-bare";
        case Look::Danger: return "button-danger";
    }
    return {};
}

std::string_view class_of(Size size) {
    switch (size) {
        case Size::Small: return "button-small";
        case Size::Medium: return {};
        case Size::Large: return "button-large";
    }
    return {};
}

Attribute look_of(const Button& button) {
    return classes(
        {"button", class_of(button.look), class_of(button.size), button.wide ? "button-wide" : ""});
}

Markup inside(const Button& button) {
    const std::string& word = button.busy && !button.busy_word.empty() ? button.busy_word : button.word;
    const Markup drawing = button.icon.empty() ? Markup() : icon(button.icon);
    // An arrow that leads on stands after its word.
    return button.icon.ends_with("-right") ? join({span({word}), drawing}) : join({drawing, span({word})});
}

Markup drawn(const Button& button, std::string_view type, const Attribute& hook) {
    return html::button({look_of(button), html::type(type), hook, if_said("name", button.name),
                         button.name.empty() ? Attribute{} : value(button.value),
                         if_said("form", button.form),
                         button.formaction ? formaction(*button.formaction) : Attribute{},
                         if_said("aria-label", button.label), if_said("data-busy-word", button.busy_word),
                         if_said("data-opens", button.opens), flag("formnovalidate", button.skips_checks),
                         flag("disabled", button.disabled), button.busy ? aria("busy", "true") : Attribute{},
                         inside(button)});
}

}  // namespace

Markup button(const Button& button) {
    return drawn(button, "submit", {});
}

Markup plain_button(const Button& button, Attribute hook) {
    return drawn(button, "button", hook);
}

Markup link_button(const Button& button, const Url& to) {
    return a({look_of(button), href(to), if_said("aria-label", button.label),
              if_said("data-opens", button.opens), inside(button)});
}

Markup icon_button(const Button& button) {
    return html::button(
        {cls("icon-button"), type("submit"), if_said("name", button.name),
         button.name.empty() ? Attribute{} : value(button.value), if_said("form", button.form),
         button.formaction ? formaction(*button.formaction) : Attribute{},
         if_said("data-opens", button.opens), flag("disabled", button.disabled), attr("title", button.word),
         aria("label", button.label.empty() ? button.word : button.label), icon(button.icon)});
}

Markup icon_link(const Button& button, const Url& to, int count) {
    const Markup dot = count > 0 ? span({cls("count-dot"), aria("hidden", "true"), count}) : Markup();
    return a({cls("icon-button"), href(to), attr("title", button.word),
              aria("label", button.label.empty() ? button.word : button.label), icon(button.icon), dot});
}

Markup button_row(Nodes buttons) {
    return div({cls("button-row"), join(buttons)});
}

}  // namespace fabnum::design
