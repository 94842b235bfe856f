#pragma once

// Form fields: the label above, then help, then what is wrong in words with an example, then the control.
// Fields that may stay empty say so; nothing else is marked.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

enum class Input { Text, Area, Day, Time, Mail, Phone, Number, Money, Password, Code, File, Search };

struct Field {
    std::string name;
    std::string label;
    Input input = Input::Text;
    std::string value = {};
    std::string help = {};
    std::string error = {};    // "Il manque un chiffre."
    std::string example = {};  // "06 12 34 56 78", said after the error
    bool optional = false;
    bool disabled = false;  // shown, not sent
    bool label_hidden = false;
    std::string autocomplete = {};  // "given-name", "tel"…: for what is about the person who types
    int rows = 4;                   // of an Area
    int most_characters = 0;        // 0: no limit
    std::string accept = {};        // of a File: "image/*"
    bool several = false;           // of a File
    bool narrow = false;            // a few characters wide
    std::string id = {};            // when two forms of a page have the same name
    std::string unit = {};          // after the control: "h", "€"
};
html::Markup field(const Field& field, const i18n::Words& words);
html::Markup hidden(std::string_view name, std::string_view value);

struct Choice {
    std::string value;
    std::string word;
    std::string detail = {};
    std::string_view icon = {};
    bool disabled = false;
};

// One of several (or some, for checkboxes).
struct Choices {
    std::string name;
    std::string label;
    std::vector<Choice> choices;
    std::vector<std::string> chosen = {};
    std::string help = {};
    std::string error = {};
    bool optional = false;
    bool label_hidden = false;
    std::string empty_word = {};  // of a list: its first line, which chooses nothing
    std::string id = {};
};
html::Markup select_field(const Choices& choices, const i18n::Words& words);
html::Markup radio_cards(const Choices& choices, const i18n::Words& words);
html::Markup checkboxes(const Choices& choices, const i18n::Words& words);

struct Checkbox {
    std::string name;
    std::string word;
    std::string value = "yes";
    bool checked = false;
    std::string detail = {};
    std::string error = {};
    std::string id = {};
};
html::Markup checkbox(const Checkbox& box);

// Drawn with a finger or a mouse into a hidden field (a PNG as data: text). Where scripts do not run, only
// `instead` shows: signing by name.
struct Signature {
    std::string name;
    std::string label;
    html::Markup instead = {};
};
html::Markup signature_field(const Signature& signature, const i18n::Words& words);

// A form with its hidden fields (forgery token and the like) and its body.
struct Form {
    html::Url to;
    html::Markup hidden = {};
    html::Markup body = {};
    bool files = false;  // multipart
    bool get = false;
    bool one_line = false;                   // fields side by side
    std::optional<html::Url> autosave = {};  // where the draft goes while typing
    std::string id = {};
};
html::Markup form(const Form& form);
html::Markup field_group(std::string_view legend, html::Nodes fields);  // a fieldset
html::Markup field_row(html::Nodes fields);                             // side by side when there is room

// The id of a field's control: where the error summary leads.
std::string field_id(std::string_view name);

}  // namespace fabnum::design
