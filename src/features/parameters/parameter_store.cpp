#include "features/parameters/parameter_store.h"

namespace fabnum::parameters::store {

namespace {

Parameter parameter_from(sql::Row& row) {
    return Parameter{.id = row.take<ParameterId>(),
                     .key = row.take<std::string>(),
                     .value = row.take<std::int64_t>(),
                     .from = row.take<Day>(),
                     .to = row.take<std::optional<Day>>(),
                     .source = row.take<std::string>(),
                     .grade = value_in(grades, row.take<std::string>()),
                     .added_by = row.take<PersonId>()};
}

}  // namespace

std::optional<Parameter> on(const sql::Reader& db, std::string_view key, Day day) {
    return db.one(parameter_from, {key, day}, R"sql(
        SELECT id, key, value, valid_from, valid_to, source, grade, added_by
          FROM parameters
         WHERE key = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
         ORDER BY valid_from DESC
         LIMIT 1)sql");
}

std::vector<Parameter> holding(const sql::Reader& db, Day day) {
    return db.all(parameter_from, {day}, R"sql(
        SELECT id, key, value, valid_from, valid_to, source, grade, added_by
          FROM parameters
         WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)
         ORDER BY valid_from)sql");
}

std::vector<Parameter> history(const sql::Reader& db, std::string_view key) {
    return db.all(parameter_from, {key}, R"sql(
        SELECT id, key, value, valid_from, valid_to, source, grade, added_by
          FROM parameters
         WHERE key = $1
         ORDER BY valid_from DESC)sql");
}

ParameterId insert(const sql::Writer& db, const Parameter& parameter, Instant at) {
    return db.insert<ParameterId>(
        {parameter.key, parameter.value, parameter.from, parameter.to, parameter.source,
         word_in(grades, parameter.grade), parameter.added_by, at},
        R"sql(
        INSERT INTO parameters (key, value, valid_from, valid_to, source, grade, added_by, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING id)sql");
}

bool remove(const sql::Writer& db, std::string_view key, ParameterId id) {
    return db.run({key, id}, R"sql(
        DELETE FROM parameters WHERE key = $1 AND id = $2 AND added_by IS NOT NULL)sql") == 1;
}

}  // namespace fabnum::parameters::store
