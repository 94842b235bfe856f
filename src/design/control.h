#pragma once

// What stands around any control: its id, its help, its error, and how screen readers tie them together.

#include <string>
#include <string_view>

#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

struct Said {
    std::string id;
    html::Markup above = {};         // help, then error
    html::Attribute described = {};  // aria-describedby
    html::Attribute invalid = {};    // aria-invalid
};
Said said_around(std::string_view id, std::string_view help, std::string_view error, std::string_view example,
                 const i18n::Words& words);

// A label's words, with "(facultatif)" when the field may stay empty.
html::Markup label_words(std::string_view words_of_label, bool optional, const i18n::Words& words);

}  // namespace fabnum::design
