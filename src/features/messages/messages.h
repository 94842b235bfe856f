#pragma once

// Messages between a young person and the team of their site, with the moment each was read. One thread per
// young person: whoever of the team is there answers.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "features/messages/notice.h"
#include "features/people/people.h"
#include "platform/sql/sql.h"

namespace fabnum::messages {

using MessageId = Id<struct MessageTag>;

struct Message {
    MessageId id = {};
    PersonId person = {};  // whose thread
    PersonId by = {};
    std::string text = {};
    Instant at = {};
    std::optional<Instant> read_at = {};
    PersonId read_by = {};
};

// The young person themself, and the coordinators and fabmanagers of their site.
bool may_open(const sql::Reader& db, const Actor& actor, PersonId person);
std::vector<Message> thread(const sql::Reader& db, const Actor& actor, PersonId person,
                            int most = 100);  // first to last

struct Thread {
    people::Face face = {};
    Message last = {};
    std::int64_t unread = 0;
};
std::vector<Thread> threads(const sql::Reader& db, const Actor& actor);  // the latest first
// How many wait for this reader: for the way around.
std::int64_t unread(const sql::Reader& db, const Actor& actor);

Result<Done> write(sql::Database& database, const Act& act, PersonId person, std::string_view text);
// What the other side wrote is read now.
void mark_read(sql::Database& database, const Act& act, PersonId person);

// Mails the coordinators that messages wait, bundled and within the limits of notice.h; no word of what they
// say. Joins the caller's transaction; answers how many letters it wrote.
int send_notices(const sql::Writer& db, Instant now, std::string_view address);
std::int64_t forget(const sql::Writer& db, Instant before);

}  // namespace fabnum::messages
