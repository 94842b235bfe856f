#pragma once

// A state in one word, always with an icon: colour alone says nothing.

#include <string>
#include <string_view>

#include "platform/html/html.h"

namespace fabnum::design {

enum class Tone { Plain, Good, Watch, Alert, Info, Progress, Design, Draft };

// "good", "watch"…: the end of a class name.
std::string_view name_of(Tone tone);

struct Tag {
    Tone tone = Tone::Plain;
    std::string word;
    std::string_view icon = {};  // the tone's own when empty
};

html::Markup tag(const Tag& tag);

}  // namespace fabnum::design
