#include "platform/sql/postgres_row.h"

#include <charconv>
#include <memory>

#include <libpq-fe.h>

namespace fabnum::sql {

namespace {

// Of PostgreSQL's catalogue (pg_type): fixed for ever.
enum Type : unsigned {
    boolean = 16,
    bytea = 17,
    name = 19,
    int8 = 20,
    int2 = 21,
    int4 = 23,
    any_text = 25,
    float4 = 700,
    float8 = 701,
    unknown = 705,
    padded = 1042,
    varying = 1043,
    numeric = 1700
};

bool is_integer(unsigned type) {
    return type == int8 || type == int4 || type == int2 || type == numeric;
}
bool is_real(unsigned type) {
    return type == float8 || type == float4 || is_integer(type);
}
bool is_text(unsigned type) {
    return type == any_text || type == varying || type == padded || type == name || type == unknown;
}

template <class Number>
bool reads(std::string_view text, Number& number) {
    const auto end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc{} && stop == end;
}

}  // namespace

void PostgresRow::refuse(int column, const char* wanted) const {
    throw Broken("column " + std::string(PQfname(answer_, column)) + " is not " + wanted);
}

unsigned PostgresRow::type_of(int column) const {
    if (column >= PQnfields(answer_)) throw Broken("a row has fewer columns than are taken");
    return PQftype(answer_, column);
}

bool PostgresRow::is_null(int column) const {
    type_of(column);
    return PQgetisnull(answer_, row_, column) != 0;
}

std::string_view PostgresRow::content(int column) const {
    return {PQgetvalue(answer_, row_, column), static_cast<std::size_t>(PQgetlength(answer_, row_, column))};
}

std::int64_t PostgresRow::integer(int column) const {
    const unsigned type = type_of(column);
    const std::string_view text = content(column);
    if (type == boolean && !is_null(column)) return text == "t" ? 1 : 0;
    std::int64_t number = 0;
    if (!is_integer(type) || !reads(text, number)) refuse(column, "an integer");
    return number;
}

double PostgresRow::real(int column) const {
    double number = 0;
    if (!is_real(type_of(column)) || !reads(content(column), number)) refuse(column, "a real");
    return number;
}

std::string PostgresRow::text(int column) const {
    if (!is_text(type_of(column)) || is_null(column)) refuse(column, "a text");
    return std::string(content(column));
}

// "\x48656c6c6f": bytea_output = 'hex', the default since PostgreSQL 9.0; libpq reads the older form too.
std::string PostgresRow::bytes(int column) const {
    if (type_of(column) != bytea || is_null(column)) refuse(column, "bytes");
    const auto* from = static_cast<const unsigned char*>(static_cast<const void*>(content(column).data()));
    std::size_t length = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> raw(PQunescapeBytea(from, &length),
                                                                   &PQfreemem);
    if (!raw) throw std::bad_alloc();
    return std::string(static_cast<const char*>(static_cast<const void*>(raw.get())), length);
}

}  // namespace fabnum::sql
