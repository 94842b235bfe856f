#pragma once

// What the product answers: it is done, there is nothing yet, something is missing, are you sure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/button.h"
#include "design/tag.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

// Said once, after something was done; `undo` is a form's button when it can be taken back.
struct Toast {
    std::string sentence;
    Tone tone = Tone::Good;
    html::Markup undo = {};
};
html::Markup toast(const Toast& toast);

// A sentence that stays: what a person should know before acting.
struct Notice {
    Tone tone = Tone::Info;
    std::string title = {};
    std::string sentence;
    html::Markup more = {};
};
html::Markup notice(const Notice& notice);

struct Empty {
    std::string_view icon = "package-open";
    std::string title;
    std::string sentence = {};
    html::Markup action = {};
};
html::Markup empty_state(const Empty& empty);

// A page that is only a sentence: not found, not allowed, broken, no network.
html::Markup message_page(const Empty& message);

html::Markup skeleton(int lines, const i18n::Words& words);

// The wrong fields, on top of the form; takes the focus when the page opens.
struct Mistake {
    std::string field;  // its name; "" when it is about the whole form
    std::string sentence;
};
html::Markup error_summary(const std::vector<Mistake>& mistakes, const i18n::Words& words);

// Only before destroying something. Its opener is a button with `.opens = id`; where scripts do not run, the
// opener sends its form and the page answers with the question.
struct Dialog {
    std::string id;
    std::string title;
    html::Markup body = {};
    html::Markup actions = {};  // the last one closes
};
html::Markup dialog(const Dialog& dialog, const i18n::Words& words);

// A button that opens a small list. Works without scripts.
struct Menu {
    std::string word;
    std::string_view icon = "ellipsis";
    bool icon_only = false;
    Look look = Look::Outline;
    Size size = Size::Medium;
    html::Markup items = {};  // menu_link, or forms
    std::string id = {};
};
html::Markup menu(const Menu& menu);
html::Markup menu_link(std::string_view icon, std::string_view word, const html::Url& to);

}  // namespace fabnum::design
