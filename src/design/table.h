#pragma once

// Lists as tables: each heading can sort by a link, each filter is a form, so that an address says all.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "design/card.h"
#include "platform/html/html.h"
#include "platform/i18n/i18n.h"

namespace fabnum::design {

enum class Sorted { No, Up, Down };

struct Column {
    std::string word;
    std::optional<html::Url> sort = {};
    Sorted sorted = Sorted::No;
    bool number = false;  // to the right
    bool quiet = false;   // its word is only read: actions, icons
    bool extra = false;   // left out on a phone
};

struct Table {
    std::string caption;  // read, not shown: the card's title says it
    std::vector<Column> columns;
    std::vector<std::vector<html::Markup>> rows = {};  // the first cell names its row
    html::Markup written = {};                         // rows before those, by add()

    // A row written at once: for lists of hundreds of rows.
    void add(html::Nodes cells);
};
html::Markup table(const Table& table, const i18n::Words& words);
// A row's cells, in the order of the columns.
template <class... Cells>
std::vector<html::Markup> cells(Cells&&... all) {
    std::vector<html::Markup> row;
    row.reserve(sizeof...(all));
    (row.push_back(std::forward<Cells>(all)), ...);
    return row;
}
// The link of a row's first cell.
html::Markup row_link(std::string_view word, const html::Url& to);

struct Pager {
    std::int64_t first = 0, last = 0, total = 0;
    std::optional<html::Url> previous = {}, next = {};
    std::optional<Link> longer = {};  // the same list with more rows on a page
};
html::Markup pager(const Pager& pager, const i18n::Words& words);

struct FilterBar {
    html::Url to;
    html::Markup fields;            // fields with their labels
    std::vector<Link> chosen = {};  // each with the address that takes it away
    std::optional<html::Url> clear = {};
    html::Markup at_right = {};  // export_menu, a button
};
html::Markup filter_bar(const FilterBar& bar, const i18n::Words& words);

html::Markup export_menu(const std::vector<Link>& formats, const i18n::Words& words);

}  // namespace fabnum::design
