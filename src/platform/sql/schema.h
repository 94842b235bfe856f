#pragma once

// What the migrations add up to: a text for people (db/schema.sql), grouped by the room that owns each table,
// and a list of columns by which two databases are compared.

#include <string>
#include <vector>

#include "platform/sql/migrations.h"

namespace fabnum::sql {

// In the words of the migrations. The owner of a table is the first word after the number in the name of the
// file that made it: "0003_orders_steps.sql" belongs to orders.
std::string schema_text(const std::vector<Migration>& migrations);

// "orders.due TEXT may be null", "orders.site_id → sites.id", "unique orders (number)", sorted: the same
// from both engines when they hold the same tables.
std::vector<std::string> shape_of(const Reader& db);

}  // namespace fabnum::sql
