#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>

#include <unistd.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "platform/sheets/sheets.h"

namespace fabnum::sheets {
namespace {

constexpr std::size_t text_most = 32767;  // characters in a cell (Excel specifications and limits)

// A folder for one workbook and the pieces the library writes beside it; gone at the end.
class Folder {
 public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "fabnum-sheet-XXXXXX").string();
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder for a workbook");
        path_ = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

void must(lxw_error error) {
    if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("workbook: ") + lxw_strerror(error));
}

// Excel wants 1 to 31 characters and none of []:*?/\, nor an apostrophe at an end.
std::string tab_name(std::string_view title) {
    std::string name;
    for (const char c : title)
        name += std::string_view("[]:*?/\\'").find(c) == std::string_view::npos ? c : ' ';
    name = std::string(trimmed(name));
    while (length_of(name) > 31) name = shortened(name, 31);
    return name.empty() ? "1" : name;
}

// XML 1.0 has no place for most control characters: without this the whole workbook would not open.
std::string printable(std::string_view text) {
    std::string out;
    for (const char c : shortened(text, text_most))
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    return out;
}

// One cell at a time, with the format of its kind. Text always goes through write_string, which never makes
// a formula of it.
class Pen {
 public:
    explicit Pen(lxw_workbook* book, lxw_worksheet* sheet) : sheet_(sheet) {
        day_ = workbook_add_format(book);
        format_set_num_format(day_, "dd/mm/yyyy");
        money_ = workbook_add_format(book);
        format_set_num_format(money_, "#,##0.00\\ \"€\"");
        title_ = workbook_add_format(book);
        format_set_bold(title_);
    }

    void title(lxw_row_t row, lxw_col_t column, const std::string& text) {
        must(worksheet_write_string(sheet_, row, column, printable(text).c_str(), title_));
    }

    void cell(lxw_row_t row, lxw_col_t column, const Cell& cell) {
        row_ = row;
        column_ = column;
        std::visit(*this, cell);
    }

    void operator()(std::monostate) const {}
    void operator()(const std::string& text) const {
        if (!text.empty())
            must(worksheet_write_string(sheet_, row_, column_, printable(text).c_str(), nullptr));
    }
    void operator()(std::int64_t value) const { number(static_cast<double>(value), nullptr); }
    void operator()(double value) const {
        if (std::isfinite(value)) number(value, nullptr);
    }
    void operator()(Money money) const { number(static_cast<double>(money.cents) / 100.0, money_); }
    void operator()(Day day) const {
        const auto ymd = day.ymd();
        lxw_datetime date{};
        date.year = int{ymd.year()};
        date.month = static_cast<int>(unsigned{ymd.month()});
        date.day = static_cast<int>(unsigned{ymd.day()});
        must(worksheet_write_datetime(sheet_, row_, column_, &date, day_));
    }

 private:
    void number(double value, lxw_format* format) const {
        must(worksheet_write_number(sheet_, row_, column_, value, format));
    }

    lxw_worksheet* sheet_;
    lxw_format* day_;
    lxw_format* money_;
    lxw_format* title_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

// Wide enough to read, from the first rows; it must be said before any row is written.
void set_widths(lxw_worksheet* sheet, const Sheet& content) {
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
        std::size_t widest = length_of(content.columns[i]);
        for (std::size_t r = 0; r < content.rows.size() && r < 100; ++r)
            if (i < content.rows[r].size())
                if (const auto* text = std::get_if<std::string>(&content.rows[r][i]))
                    widest = std::max(widest, length_of(*text));
        const auto column = static_cast<lxw_col_t>(i);
        const double width = static_cast<double>(std::clamp<std::size_t>(widest + 2, 11, 60));
        must(worksheet_set_column(sheet, column, column, width, nullptr));
    }
}

}  // namespace

std::string xlsx(const Sheet& content) {
    const Folder folder;
    const std::string file = folder.path() / "book.xlsx";
    std::string pieces = folder.path();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = pieces.data();

    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    if (!book) throw std::runtime_error("no workbook");
    bool closed = false;
    const auto close = [&](lxw_workbook* open) {
        if (!closed) workbook_close(open);
    };
    const std::unique_ptr<lxw_workbook, decltype(close)> guard(book, close);

    lxw_worksheet* sheet = workbook_add_worksheet(book, tab_name(content.title).c_str());
    if (!sheet) throw std::runtime_error("no sheet of that name: " + tab_name(content.title));
    Pen pen(book, sheet);
    set_widths(sheet, content);
    worksheet_freeze_panes(sheet, 1, 0);

    for (std::size_t i = 0; i < content.columns.size(); ++i)
        pen.title(0, static_cast<lxw_col_t>(i), content.columns[i]);
    for (std::size_t r = 0; r < content.rows.size(); ++r)
        for (std::size_t i = 0; i < content.rows[r].size(); ++i)
            pen.cell(static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(i), content.rows[r][i]);
    closed = true;
    must(workbook_close(book));

    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return std::move(bytes).str();
}

}  // namespace fabnum::sheets
