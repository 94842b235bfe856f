#include "platform/sql/postgres_values.h"

#include <charconv>
#include <limits>

#include "platform/sql/session.h"

namespace fabnum::sql {

namespace {

template <class Number>
std::string written(Number number) {
    char digits[40];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), number);
    return std::string(digits, end.ptr);
}

}  // namespace

PostgresValues::PostgresValues(const Values& values) {
    numbers_.reserve(values.size());  // texts_ points into it: it never moves
    for (const Value& value : values) {
        const auto& content = value.content();
        const char* text = nullptr;
        std::size_t length = 0;
        bool is_binary = false;
        if (const auto* number = std::get_if<std::int64_t>(&content)) {
            text = numbers_.emplace_back(written(*number)).c_str();
        } else if (const auto* real = std::get_if<double>(&content)) {
            text = numbers_.emplace_back(written(*real)).c_str();
        } else if (const auto* words = std::get_if<std::string>(&content)) {
            check_text(*words);
            text = words->c_str();
        } else if (const auto* bytes = std::get_if<Bytes>(&content)) {
            text = bytes->bytes.c_str();
            length = bytes->bytes.size();
            is_binary = true;
        }
        if (length > static_cast<std::size_t>(std::numeric_limits<int>::max()))
            throw Broken("too many bytes");
        texts_.push_back(text);
        lengths_.push_back(static_cast<int>(length));
        formats_.push_back(is_binary ? 1 : 0);
    }
}

void check_value_count(std::size_t count, std::string_view sql) {
    std::vector<bool> seen;
    for (std::size_t at = sql.find('$'); at != sql.npos; at = sql.find('$', at + 1)) {
        std::size_t number = 0;
        std::from_chars(sql.data() + at + 1, sql.data() + sql.size(), number);
        if (number == 0 || number >= 1000) continue;
        if (seen.size() < number) seen.resize(number);
        seen[number - 1] = true;
    }
    for (const bool is_seen : seen)
        if (!is_seen) throw Broken("the values of a statement are $1, $2… without a gap: " + in_brief(sql));
    if (seen.size() != count)
        throw Broken("a statement takes " + std::to_string(seen.size()) + " values, not " +
                     std::to_string(count) + ": " + in_brief(sql));
}

}  // namespace fabnum::sql
