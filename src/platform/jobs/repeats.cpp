#include "platform/jobs/repeats.h"

#include <algorithm>

namespace fabnum::jobs {

namespace {

bool is_daily(const Every& when) {
    return when.daily_minutes >= 0;
}

std::optional<Instant> last_begun(const sql::Reader& db, const std::string& name) {
    return db.one([](sql::Row& row) { return row.take<Instant>(); }, {name},
                  "SELECT last_begun FROM job_times WHERE name = $1");
}

void note_begun(const sql::Writer& db, const std::string& name, Instant at) {
    db.run({name, at}, R"sql(
        INSERT INTO job_times (name, last_begun)
        VALUES ($1, $2)
            ON CONFLICT (name) DO UPDATE SET last_begun = excluded.last_begun)sql");
}

bool is_under_way(const sql::Reader& db, const std::string& kind) {
    return db.value<bool>({kind}, R"sql(
        SELECT EXISTS (SELECT id FROM jobs WHERE kind = $1 AND state IN ('waiting', 'running')))sql");
}

// Work that never ran: so-often work begins at once, daily work at its next time.
Instant last_or_first(const std::optional<Instant>& last, const Every& when, Instant now) {
    if (last) return *last;
    return is_daily(when) ? now : now - when.period;
}

void begin(sql::Database& database, const Repeat& repeat, Instant now) {
    const Act act{.by = {.role = Role::System}, .at = now, .once = {}};
    static_cast<void>(database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto last = last_begun(db, repeat.name);
        const bool is_due = next_time(repeat.when, last_or_first(last, repeat.when, now), now) <= now;
        if (last && !is_due) return Done{};  // another server was faster
        note_begun(db, repeat.name, now);
        if (is_due && !is_under_way(db, repeat.name)) enqueue(db, {.kind = repeat.name}, now);
        return Done{};
    }));
}

}  // namespace

Instant last_slot(const Every& when, Instant now) {
    const Day today = clock::day_in(when.zone, now);
    const Instant slot = clock::instant_in(when.zone, today, when.daily_minutes);
    return slot <= now ? slot : clock::instant_in(when.zone, today - 1, when.daily_minutes);
}

Instant next_time(const Every& when, Instant last, Instant now) {
    if (!is_daily(when)) return last + when.period;
    const Instant slot = last_slot(when, now);
    if (last < slot) return slot;
    return clock::instant_in(when.zone, clock::day_in(when.zone, slot) + 1, when.daily_minutes);
}

std::optional<Instant> begin_due(sql::Database& database, const std::vector<Repeat>& repeats, Instant now) {
    std::optional<Instant> soonest;
    for (const Repeat& repeat : repeats) {
        const auto last = database.read([&](const sql::Reader& db) { return last_begun(db, repeat.name); });
        const Instant next = next_time(repeat.when, last_or_first(last, repeat.when, now), now);
        if (!last || next <= now) begin(database, repeat, now);
        const Instant look = next > now ? next : next_time(repeat.when, now, now);
        soonest = soonest ? std::min(*soonest, look) : look;
    }
    return soonest;
}

}  // namespace fabnum::jobs
