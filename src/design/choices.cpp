#include <algorithm>

#include "design/attributes.h"
#include "design/control.h"
#include "design/fields.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

bool is_chosen(const Choices& choices, const std::string& value) {
    return std::find(choices.chosen.begin(), choices.chosen.end(), value) != choices.chosen.end();
}

std::string id_of(const Choices& choices) {
    return choices.id.empty() ? field_id(choices.name) : choices.id;
}

Markup words_of(const Choice& choice) {
    return span({b({choice.word}), choice.detail.empty() ? Markup() : small({choice.detail})});
}

// The first control takes the group's id, so that the error summary leads to it.
Markup one_of(const Choices& choices, std::size_t at, std::string_view control, bool plain) {
    const Choice& choice = choices.choices[at];
    const bool on = is_chosen(choices, choice.value);
    const std::string own_id = at == 0 ? id_of(choices) : id_of(choices) + "-" + std::to_string(at + 1);
    return label({classes({"choice", plain ? "choice-plain" : "", on && !plain ? "choice-on" : "",
                           choice.disabled ? "choice-off" : ""}),
                  input({type(control), id(own_id), name(choices.name), value(choice.value),
                         flag("checked", on), flag("disabled", choice.disabled)}),
                  words_of(choice), choice.icon.empty() ? Markup() : icon(choice.icon)});
}

Markup group(const Choices& choices, std::string_view control, bool plain, const i18n::Words& words) {
    const Said said = said_around(id_of(choices) + "-group", choices.help, choices.error, {}, words);
    Markup all;
    for (std::size_t at = 0; at < choices.choices.size(); ++at) all += one_of(choices, at, control, plain);
    return fieldset({classes({"field", choices.error.empty() ? "" : "is-wrong"}), said.described,
                     legend({choices.label_hidden ? cls("for-readers") : Attribute{},
                             label_words(choices.label, choices.optional, words)}),
                     said.above, div({classes({"choices", plain ? "" : "choices-cards"}), all})});
}

}  // namespace

Markup select_field(const Choices& choices, const i18n::Words& words) {
    const Said said = said_around(id_of(choices), choices.help, choices.error, {}, words);
    Markup options;
    if (!choices.empty_word.empty()) options += option({value(""), choices.empty_word});
    for (const Choice& choice : choices.choices)
        options += option({value(choice.value), flag("selected", is_chosen(choices, choice.value)),
                           flag("disabled", choice.disabled), choice.word});
    return div({cls("field"),
                label({attr("for", said.id), choices.label_hidden ? cls("for-readers") : Attribute{},
                       label_words(choices.label, choices.optional, words)}),
                said.above,
                html::select({cls("control"), id(said.id), name(choices.name), said.described, said.invalid,
                              options})});
}

Markup radio_cards(const Choices& choices, const i18n::Words& words) {
    return group(choices, "radio", false, words);
}

Markup checkboxes(const Choices& choices, const i18n::Words& words) {
    return group(choices, "checkbox", true, words);
}

Markup checkbox(const Checkbox& box) {
    const std::string own_id = box.id.empty() ? field_id(box.name) : box.id;
    const std::string error_id = own_id + "-error";
    const bool wrong = !box.error.empty();
    return div({classes({"field", wrong ? "is-wrong" : ""}),
                wrong ? p({cls("error"), id(error_id), icon("triangle-alert"), span({box.error})}) : Markup(),
                label({cls("choice choice-plain"),
                       input({type("checkbox"), id(own_id), name(box.name), value(box.value),
                              flag("checked", box.checked), wrong ? aria("invalid", "true") : Attribute{},
                              wrong ? aria("describedby", error_id) : Attribute{}}),
                       words_of({.value = {}, .word = box.word, .detail = box.detail})})});
}

}  // namespace fabnum::design
