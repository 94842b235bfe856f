#pragma once

// Privacy: a person's rights over what the house holds about them. Told in one document and one machine file;
// erased when they ask, or two years after the last contact (parameter retention.last_contact_years; CNIL,
// deliberation 2021-028 of 11 March 2021). What proves attendance stays for retention.proof_years after their
// last cohort.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/actor.h"
#include "base/result.h"
#include "features/people/people.h"
#include "platform/journal/readings.h"
#include "platform/sql/sql.h"

namespace fabnum::privacy {

using Facts =
    std::vector<std::pair<std::string, std::string>>;  // column and value; instants as ISO 8601 in UTC

struct Part {
    std::string_view table;
    std::vector<Facts> rows;
};
struct Dossier {
    people::Person person;
    std::vector<Part> parts;                 // those that hold something
    std::vector<journal::Reading> readings;  // who looked, the latest first
};
Dossier dossier_of(const sql::Reader& db, PersonId whose);
std::string as_json(const Dossier& dossier);

// What stands against erasing today: each is a sentence, with the day it ends when that is known.
struct Hold {
    Refusal why;
    std::optional<Day> until = {};
};
std::vector<Hold> holds_on(const sql::Reader& db, PersonId whose, Day today);

// Erases names, contacts, secrets and words. Coordinator of a site of theirs, or administrator; refused while
// something holds (a cohort they are in, the team they belong to).
Result<Done> erase(sql::Database& database, const Act& act, PersonId whose, Day today);

struct Due {
    people::Face face;
    Day last_contact, erased_on;
};
// Former young people of a site (none: of every site) whose file will be erased by that day, the soonest
// first.
std::vector<Due> due_by(const sql::Reader& db, SiteId site, Day by);
// What runs every night. Answers how many files were erased.
int erase_due(sql::Database& database, Instant now, Day today);

}  // namespace fabnum::privacy
