#include "app/world/bulk_store.h"

#include <stdexcept>
#include <string>

namespace fabnum::app::world::store {

namespace {

constexpr std::size_t most_values = 900;  // of one statement, on both engines

bool has_id(const Layout& layout) {
    return layout.columns.starts_with("id, ");
}

std::string insert_of(const Layout& layout, std::size_t rows) {
    std::string text =
        "INSERT INTO " + std::string(layout.table) + " (" + std::string(layout.columns) + ") VALUES ";
    std::size_t value = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        text += row == 0 ? "(" : ", (";
        for (int column = 0; column < layout.width; ++column)
            text += (column == 0 ? "$" : ", $") + std::to_string(++value);
        text += ")";
    }
    return text;
}

}  // namespace

void Rows::go_on_from(const sql::Reader& db) {
    for (std::size_t i = 0; i < std::size(layouts); ++i)
        if (has_id(layouts[i]))
            last_[i] = db.value<std::int64_t>(
                {}, "SELECT COALESCE(max(id), 0) FROM " + std::string(layouts[i].table));
}

void Rows::add(Table table, const sql::Values& row) {
    if (row.size() != static_cast<std::size_t>(layouts[index(table)].width))
        throw std::logic_error("a row that does not fit its table: " +
                               std::string(layouts[index(table)].table));
    auto& values = values_[index(table)];
    values.insert(values.end(), row.begin(), row.end());
}

void Rows::write(const sql::Writer& db) const {
    for (std::size_t i = 0; i < std::size(layouts); ++i) {
        const auto width = static_cast<std::size_t>(layouts[i].width);
        const std::size_t many = most_values / width;
        const std::string insert_many = insert_of(layouts[i], many), insert_one = insert_of(layouts[i], 1);
        const sql::Values& values = values_[i];
        for (std::size_t at = 0; at < values.size();) {
            const std::size_t rows = (values.size() - at) / width >= many ? many : 1;
            const auto from = values.begin() + static_cast<std::ptrdiff_t>(at);
            db.run(sql::Values(from, from + static_cast<std::ptrdiff_t>(rows * width)),
                   rows == many ? insert_many : insert_one);
            at += rows * width;
        }
    }
}

void Rows::clear() {
    for (sql::Values& values : values_) values.clear();
}

void leave_numbers(const sql::Writer& db) {
    if (db.engine() != sql::Engine::Postgres) return;  // SQLite follows the greatest number by itself
    for (const Layout& layout : layouts) {
        if (!has_id(layout)) continue;
        db.value<std::optional<std::int64_t>>(
            {layout.table},
            "SELECT setval(pg_get_serial_sequence($1, 'id'), max(id)) FROM " + std::string(layout.table));
    }
}

}  // namespace fabnum::app::world::store
