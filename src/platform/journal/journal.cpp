#include "platform/journal/journal.h"

#include "platform/crypto/crypto.h"
#include "platform/journal/chain.h"
#include "platform/sql/where.h"

namespace fabnum::journal {

namespace {

constexpr std::size_t salt_size = 16;

Line line_from(sql::Row& row) {
    Line line;
    line.seq = row.take<std::int64_t>();
    line.at = row.take<Instant>();
    line.actor = row.take<PersonId>();
    line.role = role_from_word(row.take<std::string>());
    line.site = row.take<SiteId>();
    line.action = row.take<std::string>();
    line.subject_kind = row.take<std::string>();
    line.subject = row.take<std::int64_t>();
    line.before = row.take<std::string>();
    line.after = row.take<std::string>();
    return line;
}

constexpr std::string_view line_columns =
    "SELECT seq, at, actor, role, site_id, action, subject_kind, subject_id, before, after FROM journal";

sql::Where where(const Filter& filter) {
    sql::Where where;
    if (filter.actor) where.add("actor = $?", filter.actor);
    if (filter.site) where.add("site_id = $?", filter.site);
    if (!filter.subject_kind.empty()) where.add("subject_kind = $?", filter.subject_kind);
    if (!filter.action.empty()) where.add("substr(action, 1, length($?)) = $?", filter.action);
    if (filter.from) where.add("at >= $?", *filter.from);
    if (filter.until) where.add("at < $?", *filter.until);
    return where;
}

}  // namespace

void record(const sql::Writer& db, const Entry& entry) {
    const Head last = head(db);
    Link link{.seq = last.seq + 1,
              .at = entry.act.at.micros,
              .actor = entry.act.by.person.value,
              .role = std::string(word_of(entry.act.by.role)),
              .site = entry.site.value,
              .action = std::string(entry.action),
              .subject_kind = entry.subject_kind,
              .subject = entry.subject,
              .before = entry.before,
              .after = entry.after,
              .salt = {},
              .details_hash = {},
              .previous = last.hash,
              .hash = {}};
    if (has_details(link)) link.salt = crypto::random_bytes(salt_size);
    link.details_hash = hash_of_details(link);
    link.hash = hash_of(link);
    db.run({link.seq, link.at, PersonId{link.actor}, link.role, SiteId{link.site}, link.action,
            link.subject_kind, link.subject, link.before, link.after, sql::Bytes{link.salt},
            sql::Bytes{link.details_hash}, sql::Bytes{link.previous}, sql::Bytes{link.hash}},
           R"sql(
        INSERT INTO journal (seq, at, actor, role, site_id, action, subject_kind,
                             subject_id, before, after, salt, details_hash,
                             previous, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql");
    const auto moved = db.run({last.seq, link.seq, sql::Bytes{link.hash}},
                              "UPDATE journal_head SET seq = $2, hash = $3 WHERE seq = $1");
    if (moved == 1) return;
    db.run({link.seq, sql::Bytes{link.hash}}, "INSERT INTO journal_head (seq, hash) VALUES ($1, $2)");
}

std::vector<Line> history_of(const sql::Reader& db, std::string_view subject_kind, std::int64_t subject) {
    return db.all(line_from, {subject_kind, subject},
                  std::string(line_columns) + " WHERE subject_kind = $1 AND subject_id = $2 ORDER BY seq");
}

std::vector<Line> lines(const sql::Reader& db, const Filter& filter, Page page) {
    auto chosen = where(filter);
    const std::string size = chosen.next(page.size), skip = chosen.next(page.skip);
    return db.all(
        line_from, chosen.values(),
        std::string(line_columns) + chosen.text() + " ORDER BY seq DESC LIMIT " + size + " OFFSET " + skip);
}

std::int64_t count(const sql::Reader& db, const Filter& filter) {
    const auto chosen = where(filter);
    return db.value<std::int64_t>(chosen.values(), "SELECT count(*) FROM journal" + chosen.text());
}

std::int64_t blank_details(const sql::Writer& db, std::string_view subject_kind, std::int64_t subject) {
    return db.run({subject_kind, subject, sql::Bytes{}}, R"sql(
        UPDATE journal
           SET before = '', after = '', salt = $3
         WHERE subject_kind = $1 AND subject_id = $2
           AND (before <> '' OR after <> ''))sql");
}

Head head(const sql::Reader& db) {
    const auto from = [](sql::Row& row) {
        const auto seq = row.take<std::int64_t>();
        return Head{.seq = seq, .hash = row.take<sql::Bytes>().bytes};
    };
    return db.one(from, {}, "SELECT seq, hash FROM journal_head ORDER BY seq DESC LIMIT 1")
        .value_or(Head{.seq = 0, .hash = no_hash});
}

}  // namespace fabnum::journal
