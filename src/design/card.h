#pragma once

// The surfaces of a page: cards, rows that wait for a decision, columns, headings.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "design/person.h"
#include "design/tag.h"
#include "platform/html/html.h"

namespace fabnum::design {

struct Link {
    std::string word;
    html::Url to;
};

struct Card {
    std::string title;
    std::optional<Link> action = {};
    html::Markup body = {};
    bool flush = false;   // the body touches the edges: rows, tables
    bool quiet = false;   // a title for screen readers only
    std::string id = {};  // to be reached by "#…"
    html::Markup after_title = {};
};
html::Markup card(const Card& card);

// One thing to decide: a tile (or a face), what, why, when, and one action.
struct Decision {
    std::string_view icon = {};
    Tone tone = Tone::Info;
    std::optional<Person> person = {};  // instead of the icon
    std::string title;
    std::string detail = {};
    std::optional<Tag> tag = {};
    html::Markup action = {};  // a Small button
    std::optional<html::Url> to = {};
};
html::Markup decision_row(const Decision& decision);
html::Markup decision_list(const std::vector<Decision>& decisions);
html::Markup tile(std::string_view icon, Tone tone);

// The head of a page: its only h1, a sentence, and what stands at the right.
struct Heading {
    std::string title;
    html::Markup lead = {};
    html::Markup aside = {};
    html::Markup above = {};  // breadcrumb or back link
};
html::Markup heading(const Heading& heading);

html::Markup columns(html::Markup wide, html::Markup narrow);  // 2.05 to 1; one under 1200 px
html::Markup stack(html::Nodes pieces);                        // one under the other, with air between
html::Markup section_title(std::string_view title, std::optional<Link> action = {});

html::Markup breadcrumb(const std::vector<Link>& way, std::string_view here, const i18n::Words& words);
html::Markup back_link(const Link& link);

// Terms and what they are: a sheet.
html::Markup definitions(const std::vector<std::pair<std::string, html::Markup>>& pairs);

struct Photo {
    html::Url picture;
    std::string alt;
    std::string caption = {};
    std::optional<html::Url> to = {};  // the large one, or its page
    html::Markup more = {};            // buttons under it
};
html::Markup photo_grid(const std::vector<Photo>& photos);

// A small count with its word: "10 sur 12".
html::Markup figure_line(std::string_view number, std::string_view word, std::string_view detail = {});

}  // namespace fabnum::design
