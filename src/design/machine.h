#pragma once

// The workshop seen from three metres: machines as large tiles, and one answer that fills a phone. A state is
// a colour, an icon and a word, never one of them alone.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/tag.h"
#include "platform/html/html.h"

namespace fabnum::design {

struct MachineTile {
    html::Url to;
    std::string_view icon;
    std::string name;
    std::string detail = {};  // where it stands
    Tag state = {};
    std::vector<Tag> more = {};  // "Entretien en retard", "Réservée à 14 h"
};
html::Markup machine_tiles(const std::vector<MachineTile>& tiles);

// May I? In one word, with why, and what to do next.
struct BigAnswer {
    Tone tone = Tone::Good;
    std::string_view icon;
    std::string word;
    std::string sentence = {};
    std::vector<std::string> reasons = {};
    html::Markup actions = {};
};
html::Markup big_answer(const BigAnswer& answer);

// A card of safety: what one looks at before starting.
html::Markup safety_lines(const std::vector<std::string>& lines);

}  // namespace fabnum::design
