#include "design/card.h"

#include "design/attributes.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

Markup action_link(const std::optional<Link>& link) {
    return link ? a({href(link->to), link->word}) : Markup();
}

Markup photo_of(const Photo& photo) {
    const Markup picture = img({src(photo.picture), attr("alt", photo.alt), attr("loading", "lazy"),
                                attr("width", 400), attr("height", 300)});
    return figure({cls("photo"), photo.to ? a({href(*photo.to), picture}) : picture,
                   photo.caption.empty() ? Markup() : figcaption({photo.caption}), photo.more});
}

}  // namespace

Markup card(const Card& card) {
    const Markup title = h2({card.quiet ? cls("for-readers") : Attribute{}, card.title});
    const Markup head =
        card.quiet ? title : header({cls("card-head"), title, card.after_title, action_link(card.action)});
    return section({classes({"card", card.flush ? "card-flush" : "", card.quiet ? "card-quiet" : ""}),
                    if_said("id", card.id), head, div({cls("card-body"), card.body})});
}

Markup tile(std::string_view name, Tone tone) {
    return span({classes({"tile", "tone-" + std::string(name_of(tone))}), icon(name)});
}

Markup decision_row(const Decision& decision) {
    const Markup face = decision.person ? person_disc(*decision.person) : tile(decision.icon, decision.tone);
    const Markup title = decision.to ? a({href(*decision.to), decision.title}) : text(decision.title);
    const Markup words = div({h3({title}), decision.detail.empty() ? Markup() : p({decision.detail})});
    const Markup tag = decision.tag ? design::tag(*decision.tag) : Markup();
    const bool both = decision.tag && !decision.action.empty();
    const bool none = !decision.tag && decision.action.empty();
    return li(
        {cls("row"), face, words,
         none ? Markup() : div({classes({"row-acts", both ? "" : "row-acts-one"}), tag, decision.action})});
}

Markup decision_list(const std::vector<Decision>& decisions) {
    return ul({cls("rows"), role("list"), each(decisions, decision_row)});
}

Markup heading(const Heading& heading) {
    const Markup above = heading.above.empty() ? Markup() : div({cls("heading-above"), heading.above});
    const Markup lead = heading.lead.empty() ? Markup() : div({cls("lead"), heading.lead});
    const Markup aside = heading.aside.empty() ? Markup() : div({cls("heading-aside"), heading.aside});
    return header({cls("heading"), above, div({cls("heading-words"), h1({heading.title}), lead}), aside});
}

Markup columns(Markup wide, Markup narrow) {
    return div({cls("columns"), div({std::move(wide)}), div({std::move(narrow)})});
}

Markup stack(Nodes pieces) {
    return div({cls("stack"), join(pieces)});
}

Markup section_title(std::string_view title, std::optional<Link> action) {
    return div({cls("section-title"), h2({title}), action_link(action)});
}

Markup breadcrumb(const std::vector<Link>& way, std::string_view here, const i18n::Words& words) {
    const Markup steps = each(way, [](const Link& link) {
        return li({a({href(link.to), link.word}), icon("chevron-right")});
    });
    return nav({cls("breadcrumb"), aria("label", words("design.breadcrumb")),
                ol({role("list"), steps, li({aria("current", "page"), here})})});
}

Markup back_link(const Link& link) {
    return a({cls("back"), href(link.to), icon("arrow-left"), link.word});
}

Markup definitions(const std::vector<std::pair<std::string, Markup>>& pairs) {
    return dl({cls("definitions"),
               each(pairs, [](const auto& pair) { return dt({pair.first}) + dd({pair.second}); })});
}

Markup photo_grid(const std::vector<Photo>& photos) {
    return ul({cls("photos"), role("list"),
               each(photos, [](const Photo& photo) { return li({photo_of(photo)}); })});
}

Markup figure_line(std::string_view number, std::string_view word, std::string_view detail) {
    return p(
        {cls("figure-line"), detail.empty() ? Markup() : small({detail}), b({number}), " ", span({word})});
}

}  // namespace fabnum::design
