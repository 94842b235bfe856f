#include "features/recruitment/meeting_store.h"

namespace fabnum::recruitment::store {

namespace {

constexpr std::string_view counted = R"sql(,
               (SELECT count(*) FROM recruitment_seats s WHERE s.meeting_id = m.id),
               (SELECT count(*) FROM recruitment_seats s WHERE s.meeting_id = m.id AND s.status IN ('booked', 'came')),
               (SELECT count(*) FROM recruitment_seats s WHERE s.meeting_id = m.id AND s.status = 'came'),
               (SELECT count(*) FROM recruitment_seats s WHERE s.meeting_id = m.id AND s.status IN ('invited', 'booked'))
          FROM recruitment_meetings m)sql";

Glance glance_from(sql::Row& row) {
    Glance one;
    one.meeting = meeting_from(row);
    one.invited = row.take<int>();
    one.taken = row.take<int>();
    one.came = row.take<int>();
    one.to_note = row.take<int>();
    return one;
}

}  // namespace

Meeting meeting_from(sql::Row& row) {
    Meeting one;
    one.id = row.take<MeetingId>();
    one.site = row.take<SiteId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.on = row.take<Day>();
    one.starts = row.take<int>();
    one.minutes = row.take<int>();
    one.place = row.take<std::string>();
    one.seats = row.take<int>();
    one.contact = row.take<std::string>();
    one.phone = row.take<std::string>();
    one.headcount = row.take<std::optional<int>>();
    one.called_off = row.take<std::optional<Instant>>().has_value();
    return one;
}

std::optional<Meeting> find_meeting(const sql::Reader& db, MeetingId id) {
    return db.one(meeting_from, {id},
                  "SELECT " + std::string(meeting_columns) + " FROM recruitment_meetings m WHERE m.id = $1");
}

std::vector<Glance> ahead(const sql::Reader& db, SiteId site, Day today) {
    return db.all(glance_from, {site, today},
                  "SELECT " + std::string(meeting_columns) + std::string(counted) + R"sql(
         WHERE m.site_id = $1 AND m.on_day >= $2 AND m.called_off_at IS NULL
      ORDER BY m.on_day, m.starts_at, m.id)sql");
}

std::vector<Glance> past(const sql::Reader& db, SiteId site, Day today, int most) {
    return db.all(glance_from, {site, today, most},
                  "SELECT " + std::string(meeting_columns) + std::string(counted) + R"sql(
         WHERE m.site_id = $1 AND (m.on_day < $2 OR m.called_off_at IS NOT NULL)
      ORDER BY m.on_day DESC, m.starts_at DESC, m.id
         LIMIT $3)sql");
}

int taken(const sql::Reader& db, MeetingId id) {
    return db.value<int>({id}, R"sql(
        SELECT count(*) FROM recruitment_seats WHERE meeting_id = $1 AND status IN ('booked', 'came'))sql");
}

std::optional<Attendance> status(const sql::Reader& db, MeetingId id, CandidateId candidate) {
    return db.one([](sql::Row& row) { return value_in(attendances, row.take<std::string>()); },
                  {id, candidate},
                  "SELECT status FROM recruitment_seats WHERE meeting_id = $1 AND candidate_id = $2");
}

std::vector<Sitting> sittings(const sql::Reader& db, MeetingId id) {
    return db.all(
        [](sql::Row& row) {
            return Sitting{.candidate = row.take<CandidateId>(),
                           .status = value_in(attendances, row.take<std::string>())};
        },
        {id},
        "SELECT candidate_id, status FROM recruitment_seats WHERE meeting_id = $1 ORDER BY candidate_id");
}

MeetingId insert_meeting(const sql::Writer& db, const Meeting& one, Instant at) {
    return db.insert<MeetingId>({one.site, one.cohort, one.on, one.starts, one.minutes, one.place, one.seats,
                                 one.contact, one.phone, at},
                                R"sql(
        INSERT INTO recruitment_meetings (site_id, cohort_id, on_day, starts_at, minutes, place, seats, contact, phone,
                                          planned_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     RETURNING id)sql");
}

void set_meeting(const sql::Writer& db, const Meeting& one) {
    db.run(
        {one.id, one.cohort, one.on, one.starts, one.minutes, one.place, one.seats, one.contact, one.phone},
        R"sql(
        UPDATE recruitment_meetings
           SET cohort_id = $2, on_day = $3, starts_at = $4, minutes = $5, place = $6, seats = $7, contact = $8, phone = $9
         WHERE id = $1)sql");
}

bool set_called_off(const sql::Writer& db, MeetingId id, Instant at) {
    return db.run({id, at}, R"sql(
        UPDATE recruitment_meetings SET called_off_at = $2 WHERE id = $1 AND called_off_at IS NULL)sql") == 1;
}

void set_headcount(const sql::Writer& db, MeetingId id, int count) {
    db.run({id, count}, "UPDATE recruitment_meetings SET headcount = $2 WHERE id = $1");
}

void set_status(const sql::Writer& db, MeetingId id, CandidateId candidate, Attendance status, Instant at) {
    db.run({id, candidate, word_of(status), at}, R"sql(
        INSERT INTO recruitment_seats (meeting_id, candidate_id, status, invited_at, changed_at)
        VALUES ($1, $2, $3, $4, $4)
            ON CONFLICT (meeting_id, candidate_id) DO UPDATE SET status = $3, changed_at = $4)sql");
}

void leave_others(const sql::Writer& db, MeetingId id, CandidateId candidate, Day today) {
    db.run({id, candidate, today}, R"sql(
        DELETE FROM recruitment_seats
         WHERE candidate_id = $2 AND meeting_id <> $1 AND status IN ('invited', 'booked', 'excused')
           AND meeting_id IN (SELECT id FROM recruitment_meetings WHERE on_day >= $3))sql");
}

std::vector<Reminder> unreminded(const sql::Reader& db, Day first, Day last, bool week) {
    return db.all(
        [](sql::Row& row) {
            const auto candidate = row.take<CandidateId>();
            const auto status = value_in(attendances, row.take<std::string>());
            return Reminder{.candidate = candidate, .meeting = meeting_from(row), .status = status};
        },
        {first, last},
        "SELECT s.candidate_id, s.status, " + std::string(meeting_columns) + R"sql(
          FROM recruitment_seats s
          JOIN recruitment_meetings m ON m.id = s.meeting_id
          JOIN recruitment_candidates c ON c.id = s.candidate_id
         WHERE m.on_day BETWEEN $1 AND $2
           AND m.called_off_at IS NULL
           AND s.status IN ('invited', 'booked')
           AND c.withdrawn_at IS NULL AND c.purged_at IS NULL AND c.mail IS NOT NULL
           AND )sql" +
            (week ? "s.reminded_week IS NULL" : "s.reminded_day IS NULL") +
            " ORDER BY s.meeting_id, s.candidate_id");
}

void set_reminded(const sql::Writer& db, MeetingId id, CandidateId candidate, bool week, Instant at) {
    db.run(
        {id, candidate, at},
        week ? "UPDATE recruitment_seats SET reminded_week = $3 WHERE meeting_id = $1 AND candidate_id = $2"
             : "UPDATE recruitment_seats SET reminded_week = COALESCE(reminded_week, $3), reminded_day = $3 "
               "WHERE meeting_id = $1 AND candidate_id = $2");
}

}  // namespace fabnum::recruitment::store
