#include "platform/sessions/sessions.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>

#include "platform/crypto/crypto.h"

namespace fabnum::sessions {

namespace {

using namespace std::chrono_literals;
using std::chrono::microseconds;

Session session_from(sql::Row& row) {
    Session session;
    session.id = row.take<SessionId>();
    session.actor.person = row.take<PersonId>();
    session.actor.role = role_from_word(row.take<std::string>());
    session.actor.site = row.take<SiteId>();
    session.device = row.take<std::string>();
    session.began = row.take<Instant>();
    session.seen = row.take<Instant>();
    session.ends = row.take<Instant>();
    session.shared = row.take<bool>();
    return session;
}

Link link_from(sql::Row& row) {
    return Link{.id = row.take<LinkId>(),
                .kind = row.take<std::string>(),
                .subject = row.take<std::int64_t>(),
                .made = row.take<Instant>(),
                .ends = row.take<Instant>(),
                .revoked = row.take<bool>()};
}

std::string hash_of(std::string_view token) {
    return crypto::sha256_hex(token);
}

// How long a session may lie unused.
microseconds idle_most(const Session& session) {
    if (session.actor.role == Role::Participant && !session.shared) return 24h * 30;
    return session.shared ? 10min : 30min;
}

}  // namespace

std::string begin(const sql::Writer& db, const Actor& actor, std::string_view device, Device kind,
                  Instant now) {
    const std::string token = crypto::new_token();
    const bool shared = kind == Device::Shared;
    const microseconds lasts = shared ? 4h : actor.role == Role::Participant ? 24h * 30 : 12h;
    db.run({hash_of(token), actor.person, word_of(actor.role), actor.site, device, shared, now, now + lasts},
           R"sql(
        INSERT INTO sessions (token_hash, person_id, role, site_id, device, shared, began_at, seen_at, ends_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8))sql");
    return token;
}

std::optional<Session> find(const sql::Reader& db, std::string_view token, Instant now) {
    if (token.size() < 40 || token.size() > 64) return std::nullopt;
    auto session = db.one(session_from, {hash_of(token), now}, R"sql(
        SELECT id, person_id, role, site_id, device, began_at, seen_at, ends_at, shared
          FROM sessions
         WHERE token_hash = $1 AND ends_at > $2)sql");
    if (session && now - session->seen > idle_most(*session)) return std::nullopt;
    return session;
}

void touch(sql::Database& database, const Session& session, Instant now) {
    if (now - session.seen < 1min) return;
    (void)database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        db.run({session.id, now}, "UPDATE sessions SET seen_at = $2 WHERE id = $1");
        return Done{};
    });
}

std::vector<Session> of_person(const sql::Reader& db, PersonId person, Instant now) {
    return db.all(session_from, {person, now}, R"sql(
        SELECT id, person_id, role, site_id, device, began_at, seen_at, ends_at, shared
          FROM sessions
         WHERE person_id = $1 AND ends_at > $2
         ORDER BY seen_at DESC)sql");
}

void wear(const sql::Writer& db, SessionId id, PersonId owner, Role role, SiteId site) {
    db.run({id, owner, word_of(role), site}, R"sql(
        UPDATE sessions SET role = $3, site_id = $4 WHERE id = $1 AND person_id = $2)sql");
}

void end(const sql::Writer& db, SessionId id, PersonId owner) {
    db.run({id, owner}, "DELETE FROM sessions WHERE id = $1 AND person_id = $2");
}

void end_all(const sql::Writer& db, PersonId person, SessionId but) {
    db.run({person, but.value}, "DELETE FROM sessions WHERE person_id = $1 AND id <> $2");
}

std::string make_link(const sql::Writer& db, std::string_view kind, std::int64_t subject, Instant now,
                      std::chrono::hours lasts) {
    const std::string token = crypto::new_token();
    db.run({hash_of(token), kind, subject, now, now + lasts}, R"sql(
        INSERT INTO private_links (token_hash, kind, subject, made_at, ends_at)
        VALUES ($1, $2, $3, $4, $5))sql");
    return token;
}

std::optional<Link> find_link(const sql::Reader& db, std::string_view kind, std::string_view token,
                              Instant now) {
    if (token.size() < 40 || token.size() > 64) return std::nullopt;
    return db.one(link_from, {hash_of(token), kind, now}, R"sql(
        SELECT id, kind, subject, made_at, ends_at, revoked
          FROM private_links
         WHERE token_hash = $1 AND kind = $2 AND ends_at > $3 AND revoked = 0)sql");
}

bool was_link(const sql::Reader& db, std::string_view kind, std::string_view token) {
    return db.value<std::int64_t>({hash_of(token), kind}, R"sql(
        SELECT count(*) FROM private_links WHERE token_hash = $1 AND kind = $2)sql") > 0;
}

std::optional<Link> use_link(const sql::Writer& db, std::string_view kind, std::string_view token,
                             Instant now) {
    auto link = find_link(db, kind, token, now);
    if (link) db.run({link->id}, "UPDATE private_links SET revoked = 1 WHERE id = $1");
    return link;
}

std::vector<Link> links_of(const sql::Reader& db, std::string_view kind, std::int64_t subject) {
    return db.all(link_from, {kind, subject}, R"sql(
        SELECT id, kind, subject, made_at, ends_at, revoked
          FROM private_links
         WHERE kind = $1 AND subject = $2
         ORDER BY made_at DESC)sql");
}

void revoke_links(const sql::Writer& db, std::string_view kind, std::int64_t subject) {
    db.run({kind, subject}, "UPDATE private_links SET revoked = 1 WHERE kind = $1 AND subject = $2");
}

int wait_for(const sql::Reader& db, std::string_view key, Brake brake, Instant now) {
    struct Tries {
        std::int64_t failures;
        Instant first, last;
    };
    const auto tries = db.one(
        [](sql::Row& row) {
            return Tries{row.take<std::int64_t>(), row.take<Instant>(), row.take<Instant>()};
        },
        {key}, "SELECT failures, first_at, last_at FROM brakes WHERE brake_key = $1");
    if (!tries || now - tries->first > 15min || tries->failures < brake.free_tries) return 0;
    if (tries->failures >= brake.most) {
        return static_cast<int>(
            std::chrono::ceil<std::chrono::seconds>(15min - (now - tries->first)).count());
    }
    const auto over = std::min<std::int64_t>(tries->failures - brake.free_tries, 6);
    const auto until =
        tries->last + std::chrono::seconds{std::min<std::int64_t>(60, std::int64_t{1} << over)};
    return now >= until ? 0 : static_cast<int>(std::chrono::ceil<std::chrono::seconds>(until - now).count());
}

void note_failure(const sql::Writer& db, std::string_view key, Instant now) {
    db.run({key, now, now - 15min}, R"sql(
        INSERT INTO brakes (brake_key, failures, first_at, last_at)
        VALUES ($1, 1, $2, $2)
            ON CONFLICT (brake_key) DO UPDATE
           SET failures = CASE WHEN brakes.first_at < $3 THEN 1 ELSE brakes.failures + 1 END,
               first_at = CASE WHEN brakes.first_at < $3 THEN $2 ELSE brakes.first_at END,
               last_at  = $2)sql");
}

void note_success(const sql::Writer& db, std::string_view key) {
    db.run({key}, "DELETE FROM brakes WHERE brake_key = $1");
}

std::string address_key(std::string_view client) {
    const std::string address(client);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
    constexpr std::array<unsigned char, 12> before_ipv4{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    const bool is_ipv4 = std::equal(before_ipv4.begin(), before_ipv4.end(), bytes.begin());
    if (!is_ipv4) std::fill(bytes.begin() + 8, bytes.end(), 0);
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(is_ipv4 ? AF_INET : AF_INET6, is_ipv4 ? bytes.data() + 12 : bytes.data(), text.data(),
              text.size());
    return is_ipv4 ? text.data() : std::string(text.data()) + "/64";
}

int sweep(const sql::Writer& db, Instant now) {
    std::int64_t gone = db.run({now}, "DELETE FROM sessions WHERE ends_at < $1");
    gone += db.run({now - 24h * 30}, "DELETE FROM private_links WHERE ends_at < $1");
    gone += db.run({now - 24h}, "DELETE FROM brakes WHERE last_at < $1");
    return static_cast<int>(gone);
}

}  // namespace fabnum::sessions
