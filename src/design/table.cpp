#include "design/table.h"

#include "design/attributes.h"
#include "design/button.h"
#include "design/feedback.h"
#include "design/fields.h"
#include "design/icon.h"

namespace fabnum::design {

using namespace html;

namespace {

Attribute look_of(const Column& column) {
    const auto look = classes({column.number ? "number" : "", column.extra ? "extra" : ""});
    return column.number || column.extra ? look : Attribute{};
}

Markup head_of(const Column& column) {
    if (column.quiet) return th({attr("scope", "col"), look_of(column), for_readers(column.word)});
    if (!column.sort) return th({attr("scope", "col"), look_of(column), column.word});
    const std::string_view arrow = column.sorted == Sorted::Up     ? "arrow-up"
                                   : column.sorted == Sorted::Down ? "arrow-down"
                                                                   : "arrow-down-up";
    const Attribute order = column.sorted == Sorted::Up     ? aria("sort", "ascending")
                            : column.sorted == Sorted::Down ? aria("sort", "descending")
                                                            : Attribute{};
    return th(
        {attr("scope", "col"), look_of(column), order, a({href(*column.sort), column.word, icon(arrow)})});
}

Markup row_of(const std::vector<Attribute>& looks, const std::vector<Markup>& cells) {
    static const Attribute no_look;
    Markup row;
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const Attribute& look = at < looks.size() ? looks[at] : no_look;
        row += at == 0 ? th({attr("scope", "row"), look, cells[at]}) : td({look, cells[at]});
    }
    return tr({row});
}

}  // namespace

Markup table(const Table& table, const i18n::Words&) {
    const Markup heads = each(table.columns, head_of);
    std::vector<Attribute> looks;
    for (const Column& column : table.columns) looks.push_back(look_of(column));
    const Markup rows = each(table.rows, [&](const auto& cells) { return row_of(looks, cells); });
    return div({cls("table-box"), role("region"), attr("tabindex", 0), aria("label", table.caption),
                html::table({cls("table"), caption({cls("for-readers"), table.caption}), thead({tr({heads})}),
                             tbody({rows})})});
}

Markup row_link(std::string_view word, const Url& to) {
    return a({cls("row-link"), href(to), word});
}

Markup pager(const Pager& pager, const i18n::Words& words) {
    const auto step = [](const std::optional<Url>& to, std::string word, std::string_view name) {
        return to ? link_button(
                        {.word = std::move(word), .icon = name, .look = Look::Outline, .size = Size::Small},
                        *to)
                  : Markup();
    };
    const std::string where =
        words("design.rows", {{"first", pager.first}, {"last", pager.last}, {"total", pager.total}});
    const Markup longer =
        pager.longer ? link_button({.word = pager.longer->word, .look = Look::Bare, .size = Size::Small},
                                   pager.longer->to)
                     : Markup();
    return nav(
        {cls("pager"), aria("label", words("design.pages")), span({where}),
         span({cls("pager-links"), longer, step(pager.previous, words("design.previous"), "chevron-left"),
               step(pager.next, words("design.next"), "chevron-right")})});
}

Markup filter_bar(const FilterBar& bar, const i18n::Words& words) {
    const Markup chips = each(bar.chosen, [&](const Link& link) {
        return li(
            {a({cls("chip"), href(link.to), aria("label", words("design.take_away", {{"what", link.word}})),
                link.word, icon("x")})});
    });
    const Markup clear =
        bar.clear ? li({a({cls("chip chip-clear"), href(*bar.clear), words("design.clear_filters")})})
                  : Markup();
    const Markup apply =
        button({.word = words("design.filter"), .icon = "list-filter", .look = Look::Outline});
    return div(
        {cls("filters"),
         html::element("form", {cls("filters-line"), action(bar.to), attr("method", "get"), role("search"),
                                aria("label", words("design.filters")), bar.fields, apply,
                                bar.at_right.empty() ? Markup() : div({cls("filters-right"), bar.at_right})}),
         bar.chosen.empty() && !bar.clear ? Markup() : ul({cls("chips"), role("list"), chips, clear})});
}

Markup export_menu(const std::vector<Link>& formats, const i18n::Words& words) {
    return menu({.word = words("design.export"),
                 .icon = "download",
                 .items = each(formats,
                               [](const Link& link) { return menu_link("file-down", link.word, link.to); })});
}

}  // namespace fabnum::design
