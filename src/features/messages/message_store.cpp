#include "features/messages/message_store.h"

#include <algorithm>

namespace fabnum::messages::store {

namespace {

Message message_from(sql::Row& row) {
    return Message{.id = row.take<MessageId>(),
                   .person = row.take<PersonId>(),
                   .by = row.take<PersonId>(),
                   .text = row.take<std::string>(),
                   .at = row.take<Instant>(),
                   .read_at = row.take<std::optional<Instant>>(),
                   .read_by = row.take<PersonId>()};
}

}  // namespace

std::vector<Message> of_person(const sql::Reader& db, PersonId person, int most) {
    auto latest = db.all(message_from, {person, most}, R"sql(
        SELECT id, person_id, by_person, text, written_at, read_at, read_by
          FROM messages
         WHERE person_id = $1
         ORDER BY written_at DESC, id DESC
         LIMIT $2)sql");
    std::reverse(latest.begin(), latest.end());
    return latest;
}

std::vector<Row> of_site(const sql::Reader& db, SiteId site, int most) {
    return db.all(
        [](sql::Row& row) {
            Row one;
            one.last = message_from(row);
            one.unread = row.take<std::int64_t>();
            return one;
        },
        {site, most}, R"sql(
        SELECT m.id, m.person_id, m.by_person, m.text, m.written_at, m.read_at, m.read_by, t.unread
          FROM messages m
          JOIN (SELECT max(id) AS id,
                       sum(CASE WHEN read_at IS NULL AND by_person = person_id THEN 1 ELSE 0 END) AS unread
                  FROM messages
                 WHERE site_id = $1
                 GROUP BY person_id) t ON t.id = m.id
         ORDER BY m.written_at DESC, m.id DESC
         LIMIT $2)sql");
}

std::int64_t unread_of_person(const sql::Reader& db, PersonId person) {
    return db.value<std::int64_t>({person}, R"sql(
        SELECT count(*) FROM messages WHERE person_id = $1 AND by_person <> person_id AND read_at IS NULL)sql");
}

std::int64_t unread_of_site(const sql::Reader& db, SiteId site) {
    return db.value<std::int64_t>({site}, R"sql(
        SELECT count(*) FROM messages WHERE site_id = $1 AND by_person = person_id AND read_at IS NULL)sql");
}

std::map<SiteId, std::int64_t> waiting_since(const sql::Reader& db, Instant before) {
    std::map<SiteId, std::int64_t> by_site;
    db.each(
        [&](sql::Row& row) {
            const auto site = row.take<SiteId>();
            by_site[site] = row.take<std::int64_t>();
        },
        {before}, R"sql(
        SELECT site_id, count(*)
          FROM messages
         WHERE by_person = person_id AND read_at IS NULL AND written_at < $1
         GROUP BY site_id)sql");
    return by_site;
}

Sent notices_of(const sql::Reader& db, PersonId person, Day day) {
    return db
        .one(
            [](sql::Row& row) {
                return Sent{row.take<int>(), row.take<std::optional<Instant>>()};
            },
            {person, day},
            "SELECT count(*), max(sent_at) FROM message_notices WHERE person_id = $1 AND on_day = $2")
        .value_or(Sent{});
}

std::optional<Instant> latest_unread(const sql::Reader& db, SiteId site) {
    return db
        .one([](sql::Row& row) { return row.take<std::optional<Instant>>(); }, {site}, R"sql(
        SELECT max(written_at) FROM messages WHERE site_id = $1 AND by_person = person_id AND read_at IS NULL)sql")
        .value_or(std::nullopt);
}

MessageId insert(const sql::Writer& db, const Message& message, SiteId site) {
    return db.insert<MessageId>({message.person, site, message.by, message.text, message.at}, R"sql(
        INSERT INTO messages (person_id, site_id, by_person, text, written_at) VALUES ($1, $2, $3, $4, $5) RETURNING id)sql");
}

std::int64_t set_read_by_person(const sql::Writer& db, PersonId person, Instant at) {
    return db.run({person, at}, R"sql(
        UPDATE messages SET read_at = $2, read_by = $1
         WHERE person_id = $1 AND by_person <> person_id AND read_at IS NULL)sql");
}

std::int64_t set_read_by_team(const sql::Writer& db, PersonId person, PersonId reader, Instant at) {
    return db.run({person, reader, at}, R"sql(
        UPDATE messages SET read_at = $3, read_by = $2
         WHERE person_id = $1 AND by_person = person_id AND read_at IS NULL)sql");
}

void insert_notice(const sql::Writer& db, PersonId person, Day day, Instant at) {
    db.run({person, day, at}, "INSERT INTO message_notices (person_id, on_day, sent_at) VALUES ($1, $2, $3)");
}

std::int64_t remove_before(const sql::Writer& db, Instant before) {
    db.run({before}, "DELETE FROM message_notices WHERE sent_at < $1");
    return db.run({before}, "DELETE FROM messages WHERE written_at < $1");
}

}  // namespace fabnum::messages::store
