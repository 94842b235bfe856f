#include <charconv>

#include "platform/sheets/sheets.h"

namespace fabnum::sheets {
namespace {

// A spreadsheet runs what starts like this; an apostrophe makes it text again.
bool looks_like_a_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string quoted(std::string_view text) {
    std::string safe = looks_like_a_formula(text) ? "'" : "";
    safe += text;
    if (safe.find_first_of(";\"\r\n\t") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

// Decimal comma, no sign but minus, no exponent: what a French spreadsheet reads as a number.
std::string number(double value) {
    char digits[512];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr;
    std::string out(digits, end);
    if (const auto dot = out.find('.'); dot != std::string::npos) out[dot] = ',';
    return out;
}

std::string amount(Money money) {
    const std::int64_t cents = money.cents % 100;
    const std::string two = std::to_string(cents < 0 ? -cents : cents);
    return (money.cents < 0 ? "-" : "") +
           std::to_string(money.cents < 0 ? -(money.cents / 100) : money.cents / 100) +
           (two.size() == 1 ? ",0" : ",") + two;
}

struct Written {
    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const std::string& text) const { return quoted(text); }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return number(value); }
    std::string operator()(Day day) const { return to_iso(day); }
    std::string operator()(Money money) const { return amount(money); }
};

}  // namespace

std::string csv(const Sheet& sheet) {
    std::string out = "\xEF\xBB\xBF";
    const auto add_line = [&](const auto& cells, const auto& written) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ';';
            out += written(cells[i]);
        }
        out += "\r\n";
    };
    add_line(sheet.columns, quoted);
    for (const auto& row : sheet.rows)
        add_line(row, [](const Cell& cell) { return std::visit(Written{}, cell); });
    return out;
}

}  // namespace fabnum::sheets
