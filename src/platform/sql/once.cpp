#include "platform/sql/once.h"

#include "platform/sql/session.h"

namespace fabnum::sql {

namespace {

// Never a key of an act: those are made of letters and digits.
constexpr std::string_view trifle = "(ready)";

}  // namespace

std::int64_t forget_once_keys(const Writer& db, Instant before) {
    return db.run({before, trifle}, "DELETE FROM once_keys WHERE at < $1 AND key <> $2");
}

void use_once_key(Session& session, const Act& act) {
    if (act.once.empty()) return;
    const auto made = session.run({act.once, act.at}, R"sql(
        INSERT INTO once_keys (key, at, location)
        VALUES ($1, $2, '')
            ON CONFLICT (key) DO NOTHING)sql");
    if (made == 1) return;
    std::string location;
    session.each([&](Row& row) { location = row.take<std::string>(); }, {act.once},
                 "SELECT location FROM once_keys WHERE key = $1");
    throw DoneBefore(location);
}

void note_location(Session& session, std::string_view once, std::string_view location) {
    session.run({once, location}, "UPDATE once_keys SET location = $2 WHERE key = $1");
}

void write_a_trifle(Session& session) {
    session.run({trifle}, R"sql(
        INSERT INTO once_keys (key, at, location)
        VALUES ($1, 0, '')
            ON CONFLICT (key) DO UPDATE SET at = once_keys.at + 1)sql");
}

}  // namespace fabnum::sql
