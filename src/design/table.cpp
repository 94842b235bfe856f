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
    if (column.number && column.extra) return cls("number extra");
    if (column.number) return cls("number");
    return column.extra ? cls("extra") : Attribute{};
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

// Writes the rows of a table, cell by cell.
class RowWriter {
 public:
    RowWriter(Markup& all, const std::vector<Column>& columns)
        : row_(all, "tr"), all_(all), columns_(columns) {}

    void add(const Node& cell) {
        static const Attribute names_the_row = attr("scope", "row");
        const Attribute look = at_ < columns_.size() ? look_of(columns_[at_]) : Attribute{};
        const Inside around =
            at_ == 0 ? Inside(all_, "th", {names_the_row, look}) : Inside(all_, "td", {look});
        html::add(all_, cell);
        ++at_;
    }

 private:
    Inside row_;
    Markup& all_;
    const std::vector<Column>& columns_;
    std::size_t at_ = 0;
};

}  // namespace

void Table::add(Nodes cells) {
    RowWriter row(written, columns);
    for (const Node& cell : cells) row.add(cell);
}

Markup table(const Table& table, const i18n::Words&) {
    Markup rows = table.written;
    for (const auto& cells : table.rows) {
        RowWriter row(rows, table.columns);
        for (const Markup& cell : cells) row.add(cell);
    }
    return div({cls("table-box"), role("region"), attr("tabindex", 0), aria("label", table.caption),
                html::table({cls("table"), caption({cls("for-readers"), table.caption}),
                             thead({tr({each(table.columns, head_of)})}), tbody({rows})})});
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
