// GET /commandes.csv, /commandes.xlsx: the list as it is filtered, all its pages.

#include "features/orders/pages/order_filter.h"
#include "features/orders/pages/order_fragments.h"
#include "features/orders/pages/order_pages.h"
#include "platform/sheets/sheets.h"

namespace fabnum::orders {

namespace {

sheets::Sheet sheet_of(Room& room, web::Visit& visit) {
    const auto& t = visit.words();
    Filter filter = filter_of(visit);
    filter.most = 50000;
    filter.skip = 0;
    const auto found = room.database.read(
        [&](const sql::Reader& db) { return room.orders.list(db, visit.actor(), filter, visit.today()); });
    sheets::Sheet sheet{
        .title = t("orders.list.title"),
        .columns = {t("orders.column.reference"), t("orders.column.title"), t("orders.column.organisation"),
                    t("orders.column.state"), t("orders.column.kind"), t("orders.column.quantity"),
                    t("orders.column.received"), t("orders.column.due"), t("orders.column.delivered"),
                    t("orders.column.estimate")},
        .rows = {}};
    const auto day = [](const std::optional<Day>& one) { return one ? sheets::Cell(*one) : sheets::Cell(); };
    for (const Row& row : found.rows) {
        const Listed& order = row.order;
        sheet.rows.push_back({reference_of(order), order.title, row.organisation, state_word(order.state, t),
                              kind_word(order.kind, t), std::int64_t{order.quantity},
                              clock::day_in(visit.visitor().zone, order.received), day(order.due),
                              day(order.delivered),
                              order.estimate ? sheets::Cell(*order.estimate) : sheets::Cell()});
    }
    return sheet;
}

}  // namespace

http::Response export_csv(Room& room, web::Visit& visit) {
    return http::download(sheets::csv(sheet_of(room, visit)), "text/csv; charset=utf-8",
                          "commandes-" + to_iso(visit.today()) + ".csv");
}

http::Response export_xlsx(Room& room, web::Visit& visit) {
    return http::download(sheets::xlsx(sheet_of(room, visit)),
                          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                          "commandes-" + to_iso(visit.today()) + ".xlsx");
}

}  // namespace fabnum::orders
