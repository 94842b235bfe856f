#include "design/tag.h"

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

namespace {

std::string_view icon_of(Tone tone) {
    switch (tone) {
        case Tone::Plain: return "tag";
        case Tone::Good: return "circle-check";
        case Tone::Watch: return "clock";
        case Tone::Alert: return "triangle-alert";
        case Tone::Info: return "calendar-days";
        case Tone::Progress: return "play";
        case Tone::Design: return "pen-tool";
        case Tone::Draft: return "circle-dashed";
    }
    return {};
}

}  // namespace

std::string_view name_of(Tone tone) {
    switch (tone) {
        case Tone::Plain: return "plain";
        case Tone::Good: return "good";
        case Tone::Watch: return "watch";
        case Tone::Alert: return "alert";
        case Tone::Info: return "info";
        case Tone::Progress: return "progress";
        case Tone::Design: return "design";
        case Tone::Draft: return "draft";
    }
    return {};
}

html::Markup tag(const Tag& tag) {
    return html::span({classes({"tag", "tone-" + std::string(name_of(tag.tone))}),
                       icon(tag.icon.empty() ? icon_of(tag.tone) : tag.icon), tag.word});
}

}  // namespace fabnum::design
