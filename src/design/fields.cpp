#include "design/fields.h"

#include "design/attributes.h"
#include "design/button.h"
#include "design/control.h"
#include "design/icon.h"
#include "platform/assets/assets.h"

namespace fabnum::design {

using namespace html;

namespace {

std::string_view type_of(Input input) {
    switch (input) {
        case Input::Text:
        case Input::Area:
        case Input::Day:
        case Input::Number:
        case Input::Money:
        case Input::Code: return "text";
        case Input::Time: return "time";
        case Input::Mail: return "email";
        case Input::Phone: return "tel";
        case Input::Password: return "password";
        case Input::File: return "file";
        case Input::Search: return "search";
    }
    return "text";
}

// The keyboard a phone shows. Numbers and days are typed as text, so that "1 200" and "24/11" are welcome.
std::string_view keyboard_of(Input input) {
    if (input == Input::Number || input == Input::Code) return "numeric";
    return input == Input::Money ? "decimal" : "";
}

Markup area(const Field& field, const Said& said) {
    return textarea({cls("control"), id(said.id), name(field.name), attr("rows", field.rows),
                     if_said("autocomplete", field.autocomplete), said.described, said.invalid,
                     flag("disabled", field.disabled),
                     field.most_characters > 0 ? attr("maxlength", field.most_characters) : Attribute{},
                     // The parser drops one line end after the tag: this one.
                     "\n", field.value});
}

Markup line(const Field& field, const Said& said) {
    const bool file = field.input == Input::File;
    const bool narrow = field.narrow || field.input == Input::Day || field.input == Input::Time ||
                        field.input == Input::Number || field.input == Input::Money;
    return input({classes({"control", narrow ? "control-narrow" : "",
                           field.input == Input::Code ? "control-code" : ""}),
                  id(said.id), name(field.name), type(type_of(field.input)),
                  file ? Attribute{} : value(field.value), if_said("inputmode", keyboard_of(field.input)),
                  if_said("autocomplete", field.autocomplete), if_said("accept", field.accept),
                  flag("multiple", field.several), said.described, said.invalid,
                  flag("disabled", field.disabled),
                  field.most_characters > 0 ? attr("maxlength", field.most_characters) : Attribute{}});
}

}  // namespace

std::string field_id(std::string_view name) {
    return "field-" + std::string(name);
}

Said said_around(std::string_view id, std::string_view help, std::string_view error, std::string_view example,
                 const i18n::Words& words) {
    Said said{.id = std::string(id)};
    std::string by;
    if (!help.empty()) {
        by = said.id + "-help";
        said.above += p({cls("help"), html::id(by), help});
    }
    if (!error.empty()) {
        const std::string error_id = said.id + "-error";
        by += (by.empty() ? "" : " ") + error_id;
        const std::string sentence =
            example.empty() ? std::string(error)
                            : std::string(error) + " " + words("design.example", {{"example", example}});
        said.above += p({cls("error"), html::id(error_id), icon("triangle-alert"), span({sentence})});
        said.invalid = aria("invalid", "true");
    }
    if (!by.empty()) said.described = aria("describedby", by);
    return said;
}

Markup label_words(std::string_view words_of_label, bool optional, const i18n::Words& words) {
    return join({words_of_label,
                 optional ? text(" ") + span({cls("field-optional"), words("design.optional")}) : Markup()});
}

Markup field(const Field& field, const i18n::Words& words) {
    const Said said = said_around(field.id.empty() ? field_id(field.name) : field.id, field.help, field.error,
                                  field.example, words);
    const Markup control = field.input == Input::Area ? area(field, said) : line(field, said);
    return div({cls("field"),
                label({attr("for", said.id), field.label_hidden ? cls("for-readers") : Attribute{},
                       label_words(field.label, field.optional, words)}),
                said.above,
                field.unit.empty() ? control : div({cls("with-unit"), control, span({field.unit})})});
}

Markup hidden(std::string_view field_name, std::string_view field_value) {
    return input({type("hidden"), name(field_name), value(field_value)});
}

Markup signature_field(const Signature& signature, const i18n::Words& words) {
    return div({cls("signature"), data("signature", assets::url_of("assets/signature.js").text()),
                b({aria("hidden", "true"), signature.label}),
                div({cls("signature-pad"), flag("hidden"),
                     element("canvas",
                             {id(field_id(signature.name)), role("img"), aria("label", signature.label)})}),
                hidden(signature.name, ""),
                div({flag("hidden"), data("signature-tools", ""),
                     plain_button({.word = words("design.sign_again"),
                                   .icon = "rotate-ccw",
                                   .look = Look::Bare,
                                   .size = Size::Small},
                                  data("signature-clear", ""))}),
                signature.instead});
}

Markup form(const Form& form) {
    const std::string method = form.get ? "get" : "post";
    return html::element(
        "form",
        {cls(form.one_line ? "form form-line" : "form"), if_said("id", form.id), action(form.to),
         attr("method", method), attr("novalidate", ""), form.get ? Attribute{} : data("once", ""),
         form.files ? attr("enctype", "multipart/form-data") : Attribute{},
         form.autosave ? data("autosave", form.autosave->text()) : Attribute{}, form.hidden, form.body});
}

Markup field_group(std::string_view words_of_legend, Nodes fields) {
    return fieldset({cls("field-group"), legend({words_of_legend}), join(fields)});
}

Markup field_row(Nodes fields) {
    return div({cls("field-row"), join(fields)});
}

}  // namespace fabnum::design
