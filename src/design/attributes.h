#pragma once

// Attributes that are there only when they say something.

#include <initializer_list>
#include <string>
#include <string_view>

#include "platform/html/html.h"

namespace fabnum::design {

inline html::Attribute if_said(html::Name name, std::string_view value) {
    return value.empty() ? html::Attribute{} : html::attr(name, value);
}

// The classes that are not empty, with spaces between.
inline html::Attribute classes(std::initializer_list<std::string_view> names) {
    std::string all;
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        if (!all.empty()) all += ' ';
        all += name;
    }
    return html::cls(all);
}

// Words for screen readers only.
inline html::Markup for_readers(std::string_view words) {
    return html::span({html::cls("for-readers"), words});
}

}  // namespace fabnum::design
