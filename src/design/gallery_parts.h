#pragma once

// The parts of the gallery.

#include <string>
#include <string_view>

#include "design/components.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design::samples {

// Sample words: the gallery's own keys.
struct Say {
    const i18n::Words& words;
    std::string operator()(std::string_view name) const {
        return words("design.gallery." + std::string(name));
    }
};

inline const html::Url here = html::Path("/design");

inline const Person ines{1, "Inès B."}, karim{2, "Karim A."}, chloe{3, "Chloé D."};
inline const Person noah{4, "Noah T."}, fatou{5, "Fatou S."}, samira{6, "Samira D."};

inline html::Markup part(std::string_view title, html::Markup body) {
    return card({.title = std::string(title), .body = std::move(body)});
}

html::Markup colours();
html::Markup buttons(const Say& say);
html::Markup tags(const Say& say);
html::Markup people(const Say& say);
html::Markup fields(const Say& say);

html::Markup progress(const Say& say);
html::Markup answers(const Say& say);
html::Markup decisions(const Say& say);
html::Markup tables(const Say& say);
html::Markup boards(const Say& say);
html::Markup participant(const Say& say);
html::Markup pictures();

}  // namespace fabnum::design::samples
