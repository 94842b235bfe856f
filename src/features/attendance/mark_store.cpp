#include "features/attendance/mark_store.h"

#include "base/words.h"
#include "platform/crypto/crypto.h"

namespace fabnum::attendance::store {

namespace {

Mark mark_from(sql::Row& row) {
    Mark one;
    one.id = row.take<MarkId>();
    one.person = row.take<PersonId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.site = row.take<SiteId>();
    one.day = row.take<Day>();
    one.half = value_in(cohorts::halves, row.take<std::string>());
    one.code = value_in(codes, row.take<std::string>());
    one.due = row.take<int>();
    one.done = row.take<int>();
    one.arrived = row.take<std::optional<int>>();
    one.gone = row.take<std::optional<int>>();
    one.method = value_in(methods, row.take<std::string>());
    one.reason = row.take<std::string>();
    one.by = row.take<PersonId>();
    one.at = row.take<Instant>();
    one.tablet_at = row.take<std::optional<Instant>>();
    return one;
}

const std::string marks =
    "SELECT m.id, m.person_id, m.cohort_id, m.site_id, m.on_day, m.half, m.code, m.due, m.done, m.arrived, "
    "m.gone, m.method, m.reason, m.marked_by, m.marked_at, m.tablet_at FROM attendance_marks m";
const std::string latest_only =
    " AND NOT EXISTS (SELECT 1 FROM attendance_marks l WHERE l.person_id = m.person_id AND "
    "l.on_day = m.on_day AND l.half = m.half AND l.id > m.id)";

Notice notice_from(sql::Row& row) {
    Notice one;
    one.id = row.take<NoticeId>();
    one.person = row.take<PersonId>();
    one.cohort = row.take<cohorts::CohortId>();
    one.day = row.take<Day>();
    one.kind = value_in(notice_kinds, row.take<std::string>());
    one.minutes = row.take<std::optional<int>>();
    one.words = row.take<std::string>();
    one.at = row.take<Instant>();
    one.seen_by = row.take<PersonId>();
    return one;
}
const std::string notice_columns =
    "SELECT n.id, n.person_id, n.cohort_id, n.on_day, n.kind, n.minutes, n.words, n.said_at, n.seen_by "
    "FROM attendance_notices n";

Signature signature_from(sql::Row& row) {
    Signature one;
    one.seq = row.take<std::int64_t>();
    one.role = value_in(signers, row.take<std::string>());
    one.person = row.take<PersonId>();
    one.name = row.take<std::string>();
    one.day = row.take<Day>();
    one.half = value_in(cohorts::halves, row.take<std::string>());
    one.covers = row.take<std::string>();
    one.at = row.take<Instant>();
    one.method = row.take<std::string>();
    one.witness = row.take<PersonId>();
    one.drawing = row.take<files::FileId>();
    return one;
}
const std::string signature_columns =
    "SELECT seq, role, person_id, name, on_day, half, covers, signed_at, method, witness_id, drawing_id "
    "FROM attendance_signatures";

Shown shown_from(sql::Row& row) {
    Shown one;
    one.content = Content{};
    Content& c = *one.content;
    one.link.seq = row.take<std::int64_t>();
    c.role = row.take<std::string>();
    c.person = row.take<std::int64_t>();
    c.name = row.take<std::string>();
    c.cohort = row.take<std::int64_t>();
    c.day = row.take<std::string>();
    c.half = row.take<std::string>();
    c.covers = row.take<std::string>();
    c.at = row.take<std::int64_t>();
    c.method = row.take<std::string>();
    c.witness = row.take<std::optional<std::int64_t>>().value_or(0);
    c.drawing = row.take<std::string>();
    c.salt = row.take<sql::Bytes>().bytes;
    one.link.content_hash = row.take<sql::Bytes>().bytes;
    one.link.previous = row.take<sql::Bytes>().bytes;
    one.link.hash = row.take<sql::Bytes>().bytes;
    // Whoever was erased, once proofs need not be kept: the line stays in the chain without its content.
    if (c.name.empty()) one.content.reset();
    return one;
}
const std::string link_columns =
    "SELECT seq, role, person_id, name, cohort_id, on_day, half, covers, signed_at, method, witness_id, "
    "drawing, salt, content_hash, previous, hash FROM attendance_signatures";

}  // namespace

std::vector<Mark> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    return db.all(mark_from, {cohort, from, to},
                  marks + " WHERE m.cohort_id = $1 AND m.on_day >= $2 AND m.on_day <= $3" + latest_only +
                      " ORDER BY m.on_day, m.half, m.person_id");
}

std::vector<Mark> of_person(const sql::Reader& db, PersonId person, Day from, Day to) {
    return db.all(mark_from, {person, from, to},
                  marks + " WHERE m.person_id = $1 AND m.on_day >= $2 AND m.on_day <= $3" + latest_only +
                      " ORDER BY m.on_day, m.half");
}

std::optional<Mark> latest(const sql::Reader& db, PersonId person, Day day, Half half) {
    return db.one(
        mark_from, {person, day, word_in(cohorts::halves, half)},
        marks + " WHERE m.person_id = $1 AND m.on_day = $2 AND m.half = $3 ORDER BY m.id DESC LIMIT 1");
}

std::vector<Mark> lines(const sql::Reader& db, PersonId person, Day day, Half half) {
    return db.all(mark_from, {person, day, word_in(cohorts::halves, half)},
                  marks + " WHERE m.person_id = $1 AND m.on_day = $2 AND m.half = $3 ORDER BY m.id");
}

MarkId insert(const sql::Writer& db, const Mark& m) {
    return db.insert<MarkId>(
        {m.person, m.cohort, m.site, m.day, word_in(cohorts::halves, m.half), word_of(m.code), m.due, m.done,
         m.arrived, m.gone, word_in(methods, m.method), m.reason, m.by, m.at, m.tablet_at},
        R"sql(
        INSERT INTO attendance_marks (person_id, cohort_id, site_id, on_day, half, code, due, done, arrived,
                                      gone, method, reason, marked_by, marked_at, tablet_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     RETURNING id)sql");
}

std::vector<Notice> notices(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    return db.all(
        notice_from, {cohort, from, to},
        notice_columns +
            " WHERE n.cohort_id = $1 AND n.on_day >= $2 AND n.on_day <= $3 ORDER BY n.said_at DESC");
}

std::vector<Notice> notices_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return db.all(
        notice_from, {person, from, to},
        notice_columns +
            " WHERE n.person_id = $1 AND n.on_day >= $2 AND n.on_day <= $3 ORDER BY n.said_at DESC");
}

void insert(const sql::Writer& db, const Notice& n) {
    db.run({n.person, n.cohort, n.day, word_in(notice_kinds, n.kind), n.minutes, n.words, n.at}, R"sql(
        INSERT INTO attendance_notices (person_id, cohort_id, on_day, kind, minutes, words, said_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

std::int64_t see(const sql::Writer& db, NoticeId id, PersonId by, Instant at) {
    return db.run(
        {id, by, at},
        "UPDATE attendance_notices SET seen_by = $2, seen_at = $3 WHERE id = $1 AND seen_by IS NULL");
}

std::optional<Notice> find_notice(const sql::Reader& db, NoticeId id) {
    return db.one(notice_from, {id}, notice_columns + " WHERE n.id = $1");
}

std::vector<Signature> signatures(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    return db.all(signature_from, {cohort, from, to},
                  signature_columns + " WHERE cohort_id = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY seq");
}

std::vector<Signature> signatures_of(const sql::Reader& db, PersonId person, Day from, Day to) {
    return db.all(signature_from, {person, from, to},
                  signature_columns + " WHERE person_id = $1 AND on_day >= $2 AND on_day <= $3 ORDER BY seq");
}

std::vector<Shown> chain(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to) {
    auto lines = db.all(shown_from, {cohort, from, to}, link_columns + R"sql(
         WHERE seq >= (SELECT min(seq) FROM attendance_signatures
                        WHERE cohort_id = $1 AND on_day >= $2 AND on_day <= $3)
           AND seq <= (SELECT max(seq) FROM attendance_signatures
                        WHERE cohort_id = $1 AND on_day >= $2 AND on_day <= $3)
         ORDER BY seq)sql");
    const std::string first = to_iso(from), last = to_iso(to);
    for (Shown& line : lines)
        if (line.content->cohort != cohort.value || line.content->day < first || line.content->day > last)
            line.content.reset();
    return lines;
}

void each_line(const sql::Reader& db, const std::function<void(const Shown&)>& use) {
    db.each([&](sql::Row& row) { use(shown_from(row)); }, {}, link_columns + " ORDER BY seq");
}

End end_of(const sql::Reader& db) {
    return db
        .one(
            [](sql::Row& row) {
                return End{row.take<std::int64_t>(), row.take<sql::Bytes>().bytes};
            },
            {}, "SELECT seq, hash FROM attendance_chain_end")
        .value_or(End{});
}

void append(const sql::Writer& db, const Link& link, const Content& c, files::FileId drawing) {
    db.run({link.seq, c.role, c.person, c.name, c.cohort, c.day, c.half, c.covers, c.at, c.method,
            PersonId{c.witness}, drawing, c.drawing, sql::Bytes{c.salt}, sql::Bytes{link.content_hash},
            sql::Bytes{link.previous}, sql::Bytes{link.hash}},
           R"sql(
        INSERT INTO attendance_signatures (seq, role, person_id, name, cohort_id, on_day, half, covers,
                                           signed_at, method, witness_id, drawing_id, drawing, salt,
                                           content_hash, previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))sql");
    const auto moved = db.run({link.seq - 1, link.seq, sql::Bytes{link.hash}},
                              "UPDATE attendance_chain_end SET seq = $2, hash = $3 WHERE seq = $1");
    if (moved == 1) return;
    db.run({link.seq, sql::Bytes{link.hash}}, "INSERT INTO attendance_chain_end (seq, hash) VALUES ($1, $2)");
}

}  // namespace fabnum::attendance::store
