#include "platform/journal/readings.h"

#include "platform/sql/where.h"

namespace fabnum::journal {

namespace {

using namespace std::chrono_literals;

constexpr auto same_look = 10min;

Reading reading_from(sql::Row& row) {
    Reading reading;
    reading.at = row.take<Instant>();
    reading.reader = row.take<PersonId>();
    reading.role = role_from_word(row.take<std::string>());
    reading.site = row.take<SiteId>();
    reading.whose = row.take<PersonId>();
    reading.part = row.take<std::string>();
    return reading;
}

bool is_noted(const sql::Reader& db, const Act& act, PersonId whose, std::string_view part) {
    return db.value<bool>({whose, part, act.by.person, word_of(act.by.role), act.at - same_look, act.at},
                          R"sql(
        SELECT EXISTS (SELECT id
                         FROM readings
                        WHERE person_id = $1
                          AND part = $2
                          AND reader IS NOT DISTINCT FROM $3
                          AND role = $4
                          AND at > $5 AND at <= $6))sql");
}

sql::Where where(const ReadingFilter& filter) {
    sql::Where where;
    if (filter.reader) where.add("reader = $?", filter.reader);
    if (filter.whose) where.add("person_id = $?", filter.whose);
    if (filter.site) where.add("site_id = $?", filter.site);
    if (filter.from) where.add("at >= $?", *filter.from);
    if (filter.until) where.add("at < $?", *filter.until);
    return where;
}

}  // namespace

void note_reading(sql::Database& database, const Act& act, PersonId whose, std::string_view part,
                  SiteId site) {
    // Asked first as a reader: most looks are noted already, and readers wait for nobody.
    if (database.read([&](const sql::Reader& db) { return is_noted(db, act, whose, part); })) return;
    const Act once_more{.by = act.by, .at = act.at, .once = {}};  // the key belongs to the act itself
    static_cast<void>(database.write(once_more, [&](const sql::Writer& db) -> Result<Done> {
        if (is_noted(db, act, whose, part)) return Done{};
        db.run({act.at, act.by.person, word_of(act.by.role), site, whose, part}, R"sql(
            INSERT INTO readings (at, reader, role, site_id, person_id, part)
            VALUES ($1, $2, $3, $4, $5, $6))sql");
        return Done{};
    }));
}

std::vector<Reading> readings_of(const sql::Reader& db, PersonId whose, int most, int skip) {
    return db.all(reading_from, {whose, most, skip}, R"sql(
        SELECT at, reader, role, site_id, person_id, part
          FROM readings
         WHERE person_id = $1
         ORDER BY at DESC, id DESC
         LIMIT $2 OFFSET $3)sql");
}

std::vector<Reading> readings_by(const sql::Reader& db, PersonId reader, int most, int skip) {
    return db.all(reading_from, {reader, most, skip}, R"sql(
        SELECT at, reader, role, site_id, person_id, part
          FROM readings
         WHERE reader = $1
         ORDER BY at DESC, id DESC
         LIMIT $2 OFFSET $3)sql");
}

std::vector<Reading> readings(const sql::Reader& db, const ReadingFilter& filter, int most, int skip) {
    auto chosen = where(filter);
    const std::string size = chosen.next(most);
    const std::string from = chosen.next(skip);
    return db.all(reading_from, chosen.values(),
                  "SELECT at, reader, role, site_id, person_id, part FROM readings" + chosen.text() +
                      " ORDER BY at DESC, id DESC LIMIT " + size + " OFFSET " + from);
}

std::int64_t count_readings(const sql::Reader& db, const ReadingFilter& filter) {
    const auto chosen = where(filter);
    return db.value<std::int64_t>(chosen.values(), "SELECT count(*) FROM readings" + chosen.text());
}

std::int64_t forget_readings(const sql::Writer& db, Instant before) {
    return db.run({before}, "DELETE FROM readings WHERE at < $1");
}

}  // namespace fabnum::journal
