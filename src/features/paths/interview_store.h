#pragma once

// Rows of interviews.

#include "features/paths/paths.h"

namespace fabnum::paths::store {

std::optional<Interview> find(const sql::Reader& db, InterviewId id);
std::vector<Interview> of_person(const sql::Reader& db, PersonId person);  // by the day they are due
std::vector<Interview> of_site(const sql::Reader& db, SiteId site, const Filter& filter, Day today);
bool insert(const sql::Writer& db, const Interview& interview);  // false: it was there
InterviewId insert_extra(const sql::Writer& db, const Interview& interview);
bool advance(const sql::Writer& db, InterviewId id, State from, State to, std::optional<Day> held);
void set_meeting(const sql::Writer& db, InterviewId id, const Meeting& meeting);

}  // namespace fabnum::paths::store
