#pragma once

// Rows of messages and of the notices about them.

#include "features/messages/messages.h"

namespace fabnum::messages::store {

std::vector<Message> of_person(const sql::Reader& db, PersonId person, int most);
struct Row {
    Message last;
    std::int64_t unread = 0;
};
std::vector<Row> of_site(const sql::Reader& db, SiteId site, int most);
std::int64_t unread_of_person(const sql::Reader& db, PersonId person);
std::int64_t unread_of_site(const sql::Reader& db, SiteId site);
// Written by young people and unread since before that moment, by site.
std::map<SiteId, std::int64_t> waiting_since(const sql::Reader& db, Instant before);
struct Sent {
    int today = 0;
    std::optional<Instant> last;
};
Sent notices_of(const sql::Reader& db, PersonId person, Day day);
std::optional<Instant> latest_unread(const sql::Reader& db, SiteId site);

MessageId insert(const sql::Writer& db, const Message& message, SiteId site);
std::int64_t set_read_by_person(const sql::Writer& db, PersonId person, Instant at);
std::int64_t set_read_by_team(const sql::Writer& db, PersonId person, PersonId reader, Instant at);
void insert_notice(const sql::Writer& db, PersonId person, Day day, Instant at);
std::int64_t remove_before(const sql::Writer& db, Instant before);

}  // namespace fabnum::messages::store
