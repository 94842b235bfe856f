#pragma once

// A file of rows and columns as somebody brings it: CSV with any of the usual separators and encodings, or
// XLSX. Pure: bytes in, cells out, or one sentence that says what is wrong with the file.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace fabnum::imports {

struct Grid {
    std::vector<std::string> headers;
    std::vector<std::vector<std::string>> rows;  // as many cells as there are headers
};

inline constexpr std::size_t most_rows = 20'000;
inline constexpr std::size_t most_columns = 60;
inline constexpr std::size_t most_characters = 500;  // of a cell

// imports.file.empty, .broken, .garbled, .sixteen_bits, .quote, .rows, .columns, .long_cell, .one_column
Result<Grid> grid_of(std::string_view bytes);

// Bytes as UTF-8: with or without its mark, or from Windows-1252 when they are nothing else.
Result<std::string> text_of(std::string_view bytes);
// Cells of a CSV whose separator (; , or tab) is the one that its first line uses most.
Result<std::vector<std::vector<std::string>>> cells_of(std::string_view text);
// Cells of the first sheet of an XLSX (workbook.cpp).
Result<std::vector<std::vector<std::string>>> cells_of_workbook(std::string_view bytes);
// The first row that says something is the headers; rows without a word are left out.
Result<Grid> grid_from(std::vector<std::vector<std::string>> cells);

// As CSV that `cells_of` reads back.
std::string as_text(const Grid& grid);

}  // namespace fabnum::imports
