#pragma once

// Tables that leave the product: CSV for French spreadsheets (";" and a byte order mark) and XLSX. A cell
// that a spreadsheet could take for a formula is made plain text.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.h"
#include "base/money.h"

namespace fabnum::sheets {

using Cell = std::variant<std::monostate, std::string, std::int64_t, double, Day, Money>;

struct Sheet {
    std::string title;
    std::vector<std::string> columns;
    std::vector<std::vector<Cell>> rows;
};

std::string csv(const Sheet& sheet);
std::string xlsx(const Sheet& sheet);

}  // namespace fabnum::sheets
