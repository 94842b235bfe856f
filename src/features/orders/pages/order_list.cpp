// GET /commandes: every order of the site; filtered, sorted, page by page, by the address alone.

#include <charconv>

#include "features/orders/pages/order_filter.h"
#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"

namespace fabnum::orders {

using namespace html;

namespace {

design::Column sortable(const std::string& word, std::string_view key, const Filter& filter,
                        const web::Visit& visit) {
    const bool up = filter.sort == key;
    const bool down = filter.sort == "-" + std::string(key);
    return {
        .word = word,
        .sort = with_filter(Url("/commandes"), visit, "tri", up ? "-" + std::string(key) : std::string(key)),
        .sorted = up     ? design::Sorted::Up
                  : down ? design::Sorted::Down
                         : design::Sorted::No};
}

Markup filter_fields(const web::Visit& visit) {
    const auto& t = visit.words();
    forms::Form form;
    const auto given = [&](std::string_view name) { return std::string(visit.request().query.get(name)); };
    form.put("q", given("q")).put("etat", given("etat")).put("genre", given("genre"));
    std::vector<design::Choice> states_of_list = {{"ouvertes", t("orders.filter.open")},
                                                  {"retard", t("orders.filter.late")}};
    for (const auto& [word, state] : states)
        states_of_list.push_back({std::string(word), state_word(state, t)});
    std::vector<design::Choice> kinds_of_list;
    for (const auto& [word, kind] : kinds) kinds_of_list.push_back({std::string(word), kind_word(kind, t)});
    return design::field(form,
                         {.name = "q",
                          .label = t("orders.filter.words"),
                          .input = design::Input::Search,
                          .optional = true},
                         t) +
           design::select_field(form,
                                {.name = "etat",
                                 .label = t("orders.filter.state"),
                                 .choices = states_of_list,
                                 .optional = true,
                                 .empty_word = t("orders.filter.all")},
                                t) +
           design::select_field(form,
                                {.name = "genre",
                                 .label = t("orders.filter.kind"),
                                 .choices = kinds_of_list,
                                 .optional = true,
                                 .empty_word = t("orders.filter.all")},
                                t);
}

// The words of a page's rows, written once for all of them.
struct RowWords {
    std::array<Markup, std::size(states)> of_state;
    std::array<std::string, std::size(kinds)> of_kind;

    explicit RowWords(const i18n::Words& t) {
        for (const auto& [word, state] : states)
            of_state.at(static_cast<std::size_t>(state)) = design::tag(state_tag(state, t));
        for (const auto& [word, kind] : kinds)
            of_kind.at(static_cast<std::size_t>(kind)) = kind_word(kind, t);
    }
};

Markup due_of(const Listed& order, const web::Visit& visit) {
    const auto& t = visit.words();
    if (!order.due) return text("–");
    return is_late(order, visit.today()) ? design::tag(late_tag(order, visit.today(), t))
                                         : text(t.short_day(*order.due));
}

design::Table table_of(const std::vector<Row>& rows, const Filter& filter, const web::Visit& visit) {
    const auto& t = visit.words();
    const RowWords words(t);
    design::Table table{.caption = t("orders.list.title"),
                        .columns = {sortable(t("orders.column.title"), "title", filter, visit),
                                    {.word = t("orders.column.organisation"), .extra = true},
                                    sortable(t("orders.column.state"), "state", filter, visit),
                                    {.word = t("orders.column.kind"), .extra = true},
                                    sortable(t("orders.column.due"), "due", filter, visit),
                                    sortable(t("orders.column.received"), "received", filter, visit)}};
    for (const auto& [order, organisation] : rows)
        table.add(
            {design::row_link(order.title, url_of(order.id)) + small({cls("soft"), " ", reference_of(order)}),
             organisation, words.of_state.at(static_cast<std::size_t>(order.state)),
             words.of_kind.at(static_cast<std::size_t>(order.kind)), due_of(order, visit),
             t.short_day(clock::day_in(visit.visitor().zone, order.received))});
    return table;
}

}  // namespace

http::Response list(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    const Filter filter = filter_of(visit);
    const auto found = room.database.read(
        [&](const sql::Reader& db) { return room.orders.list(db, visit.actor(), filter, visit.today()); });

    auto body = design::heading(
        {.title = t("orders.list.title"),
         .lead = p({t("orders.list.count", {{"count", found.count}})}),
         .aside = design::button_row(
             {design::link_button(
                  {.word = t("orders.list.board"), .icon = "layout-grid", .look = design::Look::Outline},
                  Url("/commandes/tableau")),
              design::link_button({.word = t("orders.list.counter"), .icon = "plus"},
                                  Url("/commandes/nouvelle"))})});
    body += design::filter_bar(
        {.to = Url("/commandes"),
         .fields = filter_fields(visit),
         .clear = visit.request().query_text.empty() ? std::nullopt : std::optional(Url("/commandes")),
         .at_right = design::export_menu({{"CSV", with_filter(Url("/commandes.csv"), visit)},
                                          {"XLSX", with_filter(Url("/commandes.xlsx"), visit)}},
                                         t)},
        t);
    if (found.rows.empty()) {
        const bool filtered = !visit.request().query_text.empty();
        body += design::empty_state(
            {.title = t(filtered ? "orders.list.none_found" : "orders.list.none"),
             .sentence = t(filtered ? "orders.list.none_found_why" : "orders.list.none_why"),
             .action = design::link_button(
                 {.word = t("orders.list.request_form"), .icon = "share-2", .look = design::Look::Soft},
                 Url("/commander"))});
        return design::page(visit, {.title = t("orders.list.title"), .body = body, .here = "orders"});
    }
    const std::int64_t last = filter.skip + static_cast<std::int64_t>(found.rows.size());
    design::Pager pager{.first = filter.skip + 1, .last = last, .total = found.count};
    if (filter.skip > 0)
        pager.previous = with_filter(Url("/commandes"), visit, "debut",
                                     std::to_string(std::max(0, filter.skip - filter.most)));
    if (last < found.count) pager.next = with_filter(Url("/commandes"), visit, "debut", std::to_string(last));
    if (found.count > filter.most && filter.most < long_list)
        pager.longer =
            design::Link{t("design.longer", {{"rows", long_list}}),
                         with_filter(Url("/commandes"), visit, "nombre", std::to_string(long_list))};
    body +=
        design::card({.title = t("orders.list.title"),
                      .body = design::table(table_of(found.rows, filter, visit), t) + design::pager(pager, t),
                      .flush = true,
                      .quiet = true});
    return design::page(visit, {.title = t("orders.list.title"), .body = body, .here = "orders"});
}

}  // namespace fabnum::orders
