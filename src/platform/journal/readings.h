#pragma once

// The log of readings: who looked at which part of whose file. Written when a page about a person is shown;
// the same look again within ten minutes is one line.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.h"
#include "base/day.h"
#include "base/id.h"
#include "platform/sql/sql.h"

namespace fabnum::journal {

void note_reading(sql::Database& database, const Act& act, PersonId whose, std::string_view part,
                  SiteId site);

struct Reading {
    Instant at = {};
    PersonId reader = {};  // none: by a private link
    Role role = Role::Anyone;
    SiteId site = {};
    PersonId whose = {};
    std::string part;  // "notebook"
};

// The latest first.
std::vector<Reading> readings_of(const sql::Reader& db, PersonId whose, int most = 200, int skip = 0);
std::vector<Reading> readings_by(const sql::Reader& db, PersonId reader, int most = 200, int skip = 0);

struct ReadingFilter {
    PersonId reader = {}, whose = {};
    SiteId site = {};
    std::optional<Instant> from = {}, until = {};  // from included, until not
};
std::vector<Reading> readings(const sql::Reader& db, const ReadingFilter& filter, int most = 50,
                              int skip = 0);
std::int64_t count_readings(const sql::Reader& db, const ReadingFilter& filter);

// What is kept no longer: lines older than `before`. Answers how many.
std::int64_t forget_readings(const sql::Writer& db, Instant before);

}  // namespace fabnum::journal
