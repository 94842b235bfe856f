#include "features/timetable/session_store.h"

#include <map>

#include "base/words.h"
#include "platform/sql/where.h"

namespace fabnum::timetable::store {

namespace {

Session session_from(sql::Row& row) {
    Session one;
    one.id = row.take<SessionId>();
    one.site = row.take<SiteId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.kind = value_in(kinds, row.take<std::string>());
    one.nature = value_in(natures, row.take<std::string>());
    one.title = row.take<std::string>();
    one.room = row.take<std::string>();
    one.capacity = row.take<std::optional<int>>();
    one.day = row.take<Day>();
    one.starts = row.take<int>();
    one.ends = row.take<int>();
    one.operated_by = row.take<std::string>();
    one.outside = row.take<std::string>();
    one.kept_because = row.take<std::string>();
    one.cancelled = row.take<std::optional<std::string>>();
    return one;
}

constexpr std::string_view columns =
    "SELECT id, site_id, cohort_id, kind, nature, title, room, capacity, on_day, starts, ends, operator, "
    "outside, kept_because, cancelled FROM timetable_sessions";

// The sessions with those who lead them: two queries, however many there are.
std::vector<Session> found(const sql::Reader& db, const sql::Where& where) {
    auto sessions = db.all(session_from, where.values(),
                           std::string(columns) + where.text() + " ORDER BY on_day, starts, id");
    std::map<SessionId, Session*> by_id;
    for (Session& one : sessions) by_id[one.id] = &one;
    if (sessions.empty()) return sessions;
    db.each(
        [&](sql::Row& row) {
            const auto one = by_id.find(row.take<SessionId>());
            if (one != by_id.end()) one->second->contributors.push_back(row.take<PersonId>());
        },
        where.values(),
        "SELECT session_id, person_id FROM timetable_contributors WHERE session_id IN "
        "(SELECT id FROM timetable_sessions" +
            where.text() + ") ORDER BY session_id, person_id");
    return sessions;
}

void insert_contributors(const sql::Writer& db, SessionId id, const std::vector<PersonId>& people) {
    for (const PersonId person : people)
        db.run({id, person}, "INSERT INTO timetable_contributors (session_id, person_id) VALUES ($1, $2)");
}

}  // namespace

std::optional<Session> find(const sql::Reader& db, SessionId id) {
    sql::Where where;
    where.add("id = $?", id);
    auto sessions = found(db, where);
    return sessions.empty() ? std::nullopt : std::optional(std::move(sessions.front()));
}

std::vector<Session> of_site(const sql::Reader& db, SiteId site, Day from, Day to) {
    sql::Where where;
    where.add("site_id = $?", site);
    where.add("on_day >= $?", from);
    where.add("on_day <= $?", to);
    return found(db, where);
}

std::vector<Session> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    sql::Where where;
    where.add("cohort_id = $?", cohort);
    where.add("on_day >= $?", from);
    where.add("on_day <= $?", to);
    return found(db, where);
}

std::vector<Session> of_day(const sql::Reader& db, Day day) {
    sql::Where where;
    where.add("on_day = $?", day);
    return found(db, where);
}

SessionId insert(const sql::Writer& db, const Session& s) {
    const auto id = db.insert<SessionId>(
        {s.site, s.cohort, word_in(kinds, s.kind), word_in(natures, s.nature), s.title, s.room, s.capacity,
         s.day, s.starts, s.ends, s.operated_by, s.outside, s.kept_because},
        R"sql(
        INSERT INTO timetable_sessions (site_id, cohort_id, kind, nature, title, room, capacity, on_day,
                                        starts, ends, operator, outside, kept_because)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     RETURNING id)sql");
    insert_contributors(db, id, s.contributors);
    return id;
}

void update(const sql::Writer& db, const Session& s) {
    db.run({s.id, s.cohort, word_in(kinds, s.kind), word_in(natures, s.nature), s.title, s.room, s.capacity,
            s.day, s.starts, s.ends, s.operated_by, s.outside, s.kept_because},
           R"sql(
        UPDATE timetable_sessions
           SET cohort_id = $2, kind = $3, nature = $4, title = $5, room = $6, capacity = $7, on_day = $8,
               starts = $9, ends = $10, operator = $11, outside = $12, kept_because = $13
         WHERE id = $1)sql");
    db.run({s.id}, "DELETE FROM timetable_contributors WHERE session_id = $1");
    insert_contributors(db, s.id, s.contributors);
}

void cancel(const sql::Writer& db, SessionId id, std::string_view reason) {
    db.run({id, reason}, "UPDATE timetable_sessions SET cancelled = $2 WHERE id = $1");
}

}  // namespace fabnum::timetable::store
