#pragma once

// Who is asking: sessions of signed-in people, private links for those without account, and brakes on
// guessing. Only hashes of tokens are stored.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "platform/sql/sql.h"

namespace fabnum::sessions {

using SessionId = Id<struct SessionTag>;
using LinkId = Id<struct LinkTag>;

inline constexpr std::string_view cookie_name = "fabnum";

enum class Device { Own, Shared };  // a workshop machine forgets sooner

struct Session {
    SessionId id;
    Actor actor;
    std::string device;  // "Firefox, Linux": for its owner to recognise
    Instant began, seen, ends;
    bool shared = false;
};

// Signs in: a row, and the token for the cookie. Staff: 12 h, 30 min idle (10 min on a shared machine).
// Participants on their own phone: 30 days.
std::string begin(const sql::Writer& db, const Actor& actor, std::string_view device, Device kind,
                  Instant now);
// The session behind a cookie, if it still lives.
std::optional<Session> find(const sql::Reader& db, std::string_view token, Instant now);
// Notes that it is in use; at most once a minute.
void touch(sql::Database& database, const Session& session, Instant now);
std::vector<Session> of_person(const sql::Reader& db, PersonId person, Instant now);
// Puts on another of the person's hats, in the same session.
void wear(const sql::Writer& db, SessionId id, PersonId owner, Role role, SiteId site);
void end(const sql::Writer& db, SessionId id, PersonId owner);
void end_all(const sql::Writer& db, PersonId person, SessionId but = {});

// A private link: whoever holds it may do one kind of thing about one subject until it ends or is revoked.
struct Link {
    LinkId id;
    std::string kind;  // "order" (tracking), "sign_in", "calendar", "first_admin"
    std::int64_t subject = 0;
    Instant made, ends;
    bool revoked = false;
};
std::string make_link(const sql::Writer& db, std::string_view kind, std::int64_t subject, Instant now,
                      std::chrono::hours lasts);
std::optional<Link> find_link(const sql::Reader& db, std::string_view kind, std::string_view token,
                              Instant now);
// Why there is none behind that token, for the page that says so: ended or revoked, or never made.
bool was_link(const sql::Reader& db, std::string_view kind, std::string_view token);
// Finds a link and uses it up, so that it opens only once.
std::optional<Link> use_link(const sql::Writer& db, std::string_view kind, std::string_view token,
                             Instant now);
std::vector<Link> links_of(const sql::Reader& db, std::string_view kind, std::int64_t subject);
void revoke_links(const sql::Writer& db, std::string_view kind, std::int64_t subject);

// Brakes (one row per key): an account and an address each have theirs; both must let through. Times of
// waiting double from 1 s after `free_tries` failures, up to 60 s; at most `most` failures per 15 minutes.
struct Brake {
    int free_tries = 5;
    int most = 10;
};
inline constexpr Brake account_brake{5, 10};
inline constexpr Brake address_brake{25, 300};
// Seconds to wait before the next try; 0: go on.
int wait_for(const sql::Reader& db, std::string_view key, Brake brake, Instant now);
void note_failure(const sql::Writer& db, std::string_view key, Instant now);
void note_success(const sql::Writer& db, std::string_view key);
// "192.0.2.7" as it is; IPv6 by its /64, since one house holds many.
std::string address_key(std::string_view client);

// Forgets what ended: sessions, links a month after, brakes a day after.
int sweep(const sql::Writer& db, Instant now);

}  // namespace fabnum::sessions
