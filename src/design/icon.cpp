#include "design/icon.h"

#include <cassert>

#include "platform/assets/assets.h"

namespace fabnum::design {

namespace {

[[maybe_unused]] bool is_drawn(std::string_view name) {
    const std::string_view sprite = assets::find("assets/icons.svg")->bytes;
    return sprite.find("id=\"" + std::string(name) + "\"") != std::string_view::npos;
}

}  // namespace

html::Markup icon(std::string_view name) {
    assert(is_drawn(name) && "assets/icons.txt does not list this icon");
    static const html::Url sprite = assets::url_of("assets/icons.svg");
    return html::use_icon(sprite, name, "icon");
}

html::Markup logo() {
    return html::Markup(
        R"(<svg viewBox="0 0 32 32" aria-hidden="true">)"
        R"(<path class="logo-left" d="M16 2.2 28 9v14l-12 6.8L4 23V9z"/>)"
        R"(<path class="logo-right" d="M16 15.8 28 9v14l-12 6.8z"/>)"
        R"(<path class="logo-top" d="M16 2.2 28 9l-12 6.8L4 9z"/>)"
        R"(<path class="logo-sheets" d="m4 13.7 12 6.8 12-6.8M4 18.4l12 6.8 12-6.8"/></svg>)");
}

}  // namespace fabnum::design
