#pragma once

// The values of a statement as libpq wants them: text, except bytes. PostgreSQL finds each one's type by its
// place in the statement.

#include <string_view>
#include <vector>

#include "platform/sql/sql.h"

namespace fabnum::sql {

class PostgresValues {
 public:
    // Refers to texts and bytes inside `values`, which must stay.
    explicit PostgresValues(const Values& values);

    int count() const { return static_cast<int>(texts_.size()); }
    const char* const* texts() const { return texts_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

 private:
    std::vector<std::string> numbers_;
    std::vector<const char*> texts_;
    std::vector<int> lengths_, formats_;
};

// Throws Broken unless the statement uses exactly $1 … $count.
void check_value_count(std::size_t count, std::string_view sql);

}  // namespace fabnum::sql
