#pragma once

// Where: the conditions of a list that the reader filters, with their values. Each condition names its value
// "$?"; the number comes by itself, so the rest of the statement is built beside it.
//
//     Where where;
//     if (filter.site) where.add("site_id = $?", filter.site);
//     db.all(from, where.values(), "SELECT … FROM orders" + where.text() + " ORDER BY id LIMIT " +
//     where.next(50));

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "platform/sql/sql.h"

namespace fabnum::sql {

class Where {
 public:
    // `condition` is a text of the program, never of a visitor. It may use its value several times.
    void add(std::string_view condition, Value value) {
        const std::string name = next(std::move(value));
        std::string named;
        for (std::size_t at = 0; at < condition.size();) {
            const std::size_t here = std::min(condition.find("$?", at), condition.size());
            named += condition.substr(at, here - at);
            if (here < condition.size()) named += name;
            at = here + 2;
        }
        add(named);
    }
    void add(std::string_view condition) {
        text_ += text_.empty() ? " WHERE " : " AND ";
        text_ += condition;
    }
    // A value of its own, outside of the conditions: answers its "$3".
    std::string next(Value value) {
        values_.push_back(std::move(value));
        return "$" + std::to_string(values_.size());
    }
    const std::string& text() const { return text_; }
    const Values& values() const { return values_; }

 private:
    std::string text_;
    Values values_;
};

}  // namespace fabnum::sql
