#include "features/imports/grid.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/text.h"

namespace fabnum::imports {

namespace {

using Cells = std::vector<std::vector<std::string>>;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

// 0x80 to 0x9F of Windows-1252 (WHATWG encoding standard); 0: nothing stands there.
constexpr std::array<std::uint16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_character(std::string& text, unsigned point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const unsigned byte = static_cast<unsigned char>(c);
        const bool is_special = byte >= 0x80 && byte < 0xA0;
        const unsigned point = is_special ? windows_1252[byte - 0x80] : byte;
        if (point == 0) return std::nullopt;
        append_character(text, point);
    }
    return text;
}

// UTF-8 read as Windows-1252 and written again: "é" has become "Ã©". Two of them are no accident.
bool is_garbled(std::string_view text) {
    int signs = 0;
    for (const std::string_view sign : {"\xC3\x83\xC2", "\xC3\x83\xE2\x80", "\xC3\xA2\xE2\x82\xAC"})
        for (auto at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) ++signs;
    return signs >= 2 || text.find("\xEF\xBF\xBD") != std::string_view::npos;
}

char separator_in(std::string_view text) {
    constexpr char candidates[] = {';', ',', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] += !quoted && c == candidates[i] ? 1u : 0u;
    }
    return candidates[static_cast<std::size_t>(
        std::distance(counts.begin(), std::max_element(counts.begin(), counts.end())))];
}

// Reads one CSV, RFC 4180 with any separator: what is between quotes may hold separators and line ends.
class Reading {
 public:
    Reading(std::string_view text, char separator) : text_(text), separator_(separator) {}

    Result<Cells> all() {
        while (at_ < text_.size()) {
            if (!(text_[at_] == '"' && cell_.empty() ? quoted() : plain()))
                return Refusal{"imports.file.quote", {{"line", std::to_string(opened_on_)}}};
            if (cells_.size() > most_rows + 1)
                return Refusal{"imports.file.rows", {{"most", std::to_string(most_rows)}}};
        }
        if (!cell_.empty() || !row_.empty()) end_row();
        return std::move(cells_);
    }

 private:
    // From a quote to the quote that closes it; false when none does.
    bool quoted() {
        opened_on_ = cells_.size() + 1;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] != '"') {
                cell_ += text_[at_];
            } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                cell_ += '"';
                ++at_;
            } else {
                ++at_;
                return true;
            }
        }
        return false;
    }
    bool plain() {
        const char c = text_[at_++];
        if (c == separator_) {
            end_cell();
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            end_row();
        } else {
            cell_ += c;
        }
        return true;
    }
    void end_cell() {
        row_.push_back(std::move(cell_));
        cell_.clear();
    }
    void end_row() {
        end_cell();
        cells_.push_back(std::move(row_));
        row_.clear();
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0, opened_on_ = 0;
    std::string cell_;
    std::vector<std::string> row_;
    Cells cells_;
};

bool says_something(const std::vector<std::string>& row) {
    return std::any_of(row.begin(), row.end(), [](const auto& cell) { return !trimmed(cell).empty(); });
}

}  // namespace

Result<std::string> text_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return Refusal{"imports.file.sixteen_bits"};
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    if (bytes.find('\0') != std::string_view::npos) return Refusal{"imports.file.broken"};
    std::optional<std::string> text;
    if (is_utf8(bytes))
        text = bytes;
    else
        text = from_windows_1252(bytes);
    if (!text) return Refusal{"imports.file.broken"};
    if (is_garbled(*text)) return Refusal{"imports.file.garbled"};
    return *text;
}

Result<Cells> cells_of(std::string_view text) {
    return Reading(text, separator_in(text)).all();
}

Result<Grid> grid_from(Cells cells) {
    std::erase_if(cells, [](const auto& row) { return !says_something(row); });
    if (cells.size() < 2) return Refusal{"imports.file.empty"};
    Grid grid;
    grid.headers = std::move(cells.front());
    while (!grid.headers.empty() && trimmed(grid.headers.back()).empty()) grid.headers.pop_back();
    if (grid.headers.size() < 2) return Refusal{"imports.file.one_column"};
    if (grid.headers.size() > most_columns)
        return Refusal{"imports.file.columns", {{"most", std::to_string(most_columns)}}};
    grid.rows.reserve(cells.size() - 1);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        auto& row = cells[i];
        row.resize(grid.headers.size());
        for (auto& cell : row) {
            cell = trimmed(cell);
            if (length_of(cell) > most_characters)
                return Refusal{"imports.file.long_cell", {{"line", std::to_string(i + 1)}}};
        }
        grid.rows.push_back(std::move(row));
    }
    for (auto& header : grid.headers) header = shortened(trimmed(header), 60);
    return grid;
}

Result<Grid> grid_of(std::string_view bytes) {
    if (trimmed(bytes).empty()) return Refusal{"imports.file.empty"};
    if (bytes.starts_with("PK\x03\x04")) {
        auto cells = cells_of_workbook(bytes);
        if (!cells) return cells.refusal();
        return grid_from(*cells);
    }
    const auto text = text_of(bytes);
    if (!text) return text.refusal();
    auto cells = cells_of(*text);
    if (!cells) return cells.refusal();
    return grid_from(*cells);
}

std::string as_text(const Grid& grid) {
    std::string text;
    const auto add = [&](const std::vector<std::string>& row) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i == 0 ? "\"" : ";\"";
            for (const char c : row[i]) text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        text += '\n';
    };
    add(grid.headers);
    for (const auto& row : grid.rows) add(row);
    return text;
}

}  // namespace fabnum::imports
