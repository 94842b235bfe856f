#pragma once

// Buttons send a form; link buttons go somewhere; both look alike. A word always says what happens, with a
// verb: « Accepter la commande ». Only the most urgent action of a card is Strong.

#include <optional>
#include <string>
#include <string_view>

#include "platform/html/html.h"

namespace fabnum::design {

enum class Look { Strong, Outline, Soft, Bare, Danger };
enum class Size { Small, Medium, Large };

struct Button {
    std::string word;
    std::string_view icon = {};
    Look look = Look::Strong;
    Size size = Size::Medium;
    bool wide = false;  // the whole width
    bool disabled = false;
    bool busy = false;
    std::string busy_word = {};  // shown while the form is on its way: "J’enregistre"
    std::string label = {};      // read instead of the word when it alone would not say enough
    std::string name = {};       // with `value`, what the form says when this button sends it
    std::string value = {};
    std::string form = {};  // the id of a form elsewhere on the page
    std::optional<html::Url> formaction = {};
    std::string opens = {};     // the id of a dialog that asks first
    bool skips_checks = false;  // formnovalidate
};

html::Markup button(const Button& button);  // sends its form
html::Markup plain_button(const Button& button,
                          html::Attribute hook);  // sends nothing: for a script, by data-…
html::Markup link_button(const Button& button, const html::Url& to);
// A button as one icon; its word is for screen readers and pointers at rest.
html::Markup icon_button(const Button& button);
html::Markup icon_link(const Button& button, const html::Url& to, int count = 0);

// Buttons side by side, that wrap.
html::Markup button_row(html::Nodes buttons);

}  // namespace fabnum::design
