#pragma once

// One row of PostgreSQL's answer, as strict about types as SQLite's.

#include <string>
#include <string_view>

#include "platform/sql/sql.h"

struct pg_result;

namespace fabnum::sql {

class PostgresRow : public Row {
 public:
    PostgresRow(const pg_result* answer, int row) : answer_(answer), row_(row) {}

 protected:
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string text(int column) const override;
    std::string bytes(int column) const override;

 private:
    std::string_view content(int column) const;
    unsigned type_of(int column) const;
    [[noreturn]] void refuse(int column, const char* wanted) const;

    const pg_result* answer_;
    int row_;
};

}  // namespace fabnum::sql
