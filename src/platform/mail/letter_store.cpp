#include "platform/mail/letter_store.h"

#include <utility>

#include <boost/json.hpp>

#include "platform/sql/where.h"

namespace fabnum::mail {
namespace {

constexpr std::pair<State, std::string_view> words[] = {
    {State::Waiting, "waiting"}, {State::Sent, "sent"}, {State::NotSent, "not_sent"}, {State::Kept, "kept"}};

std::string_view word_of(State state) {
    for (const auto& [one, word] : words)
        if (one == state) return word;
    return "";
}

State state_from(std::string_view text) {
    for (const auto& [one, word] : words)
        if (word == text) return one;
    throw sql::Broken("a letter in an unknown state");
}

std::string packed(const std::vector<std::string>& paragraphs) {
    boost::json::array all;
    for (const std::string& paragraph : paragraphs) all.emplace_back(paragraph);
    return boost::json::serialize(all);
}

std::vector<std::string> unpacked(const std::string& text) {
    std::vector<std::string> paragraphs;
    const boost::json::value all = boost::json::parse(text);
    for (const auto& paragraph : all.as_array()) paragraphs.emplace_back(paragraph.as_string().c_str());
    return paragraphs;
}

Sending sending_from(sql::Row& row) {
    Sending sending;
    sending.id = row.take<LetterId>();
    Letter& letter = sending.letter;
    letter.to = row.take<std::string>();
    letter.to_name = row.take<std::string>();
    letter.subject = row.take<std::string>();
    letter.paragraphs = unpacked(row.take<std::string>());
    letter.link_words = row.take<std::string>();
    letter.link = row.take<std::string>();
    letter.footer = row.take<std::string>();
    letter.language = row.take<std::string>();
    letter.about_kind = row.take<std::string>();
    letter.about = row.take<std::int64_t>();
    letter.site = row.take<SiteId>();
    sending.state = state_from(row.take<std::string>());
    sending.written_at = row.take<Instant>();
    sending.sent_at = row.take<std::optional<Instant>>().value_or(Instant{});
    sending.tries = row.take<int>();
    sending.reason = row.take<std::string>();
    return sending;
}

}  // namespace

LetterId post(const sql::Writer& db, const Letter& letter, Instant now) {
    const bool is_sendable = is_address(letter.to);
    const auto id = db.insert<LetterId>(
        {letter.to, letter.to_name, letter.subject, packed(letter.paragraphs), letter.link_words, letter.link,
         letter.footer, letter.language, letter.about_kind, letter.about, letter.site,
         word_of(is_sendable ? State::Waiting : State::NotSent), now,
         is_sendable ? "" : "mail.not_an_address"},
        R"sql(
        INSERT INTO letters (to_address, to_name, subject, paragraphs, link_words, link,
                             footer, language, about_kind, about_id, site_id,
                             state, written_at, tries, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0, $14)
     RETURNING id)sql");
    if (is_sendable)
        jobs::enqueue(
            db, {.kind = "letter", .payload = std::to_string(id.value), .run_at = {}, .site = letter.site},
            now);
    return id;
}

std::optional<Sending> find(const sql::Reader& db, LetterId id) {
    return db.one(sending_from, {id}, R"sql(
        SELECT id, to_address, to_name, subject, paragraphs, link_words, link, footer, language,
               about_kind, about_id, site_id, state, written_at, sent_at, tries, reason
          FROM letters
         WHERE id = $1)sql");
}

std::vector<Sending> recent(const sql::Reader& db, SiteId site, int most, int skip) {
    sql::Where where;
    if (site) where.add("site_id = $?", site);
    const std::string limit = where.next(most), offset = where.next(skip);
    return db.all(sending_from, where.values(),
                  R"sql(
        SELECT id, to_address, to_name, subject, paragraphs, link_words, link, footer, language,
               about_kind, about_id, site_id, state, written_at, sent_at, tries, reason
          FROM letters)sql" +
                      where.text() + " ORDER BY written_at DESC, id DESC LIMIT " + limit + " OFFSET " +
                      offset);
}

std::vector<Sending> about(const sql::Reader& db, std::string_view kind, std::int64_t subject) {
    return db.all(sending_from, {kind, subject}, R"sql(
        SELECT id, to_address, to_name, subject, paragraphs, link_words, link, footer, language,
               about_kind, about_id, site_id, state, written_at, sent_at, tries, reason
          FROM letters
         WHERE about_kind = $1 AND about_id = $2
      ORDER BY written_at DESC, id DESC)sql");
}

std::int64_t forget(const sql::Writer& db, std::string_view kind, std::int64_t subject) {
    return db.run({kind, subject, "mail.forgotten"}, R"sql(
        UPDATE letters
           SET to_address = '', to_name = '', subject = '', paragraphs = '[]', link_words = '', link = '', footer = '',
               state = CASE WHEN state = 'waiting' THEN 'not_sent' ELSE state END,
               reason = CASE WHEN state = 'waiting' THEN $3 ELSE reason END
         WHERE about_kind = $1 AND about_id = $2)sql");
}

void mark(const sql::Writer& db, LetterId id, const Mark& mark) {
    db.run({id, word_of(mark.state), mark.at, mark.reason, mark.state == State::Kept ? 0 : 1}, R"sql(
        UPDATE letters
           SET state = $2,
               sent_at = CASE WHEN $2 = 'sent' THEN CAST($3 AS BIGINT) END,
               reason = $4,
               tries = tries + $5
         WHERE id = $1 AND state = 'waiting')sql");
}

}  // namespace fabnum::mail
