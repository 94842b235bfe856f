#pragma once

// Rows of courses, steps, grants and legal grounds.

#include "features/authorisations/authorisations.h"

namespace fabnum::authorisations::store {

using Permits = std::map<PersonId, std::map<Family, Permit>>;

std::optional<Course> course(const sql::Reader& db, Family family);
void set_course(const sql::Writer& db, const Course& course);

Permits permits(const sql::Reader& db, const std::vector<PersonId>& people, Day today);
void note_part(const sql::Writer& db, PersonId person, Family family, Part part, Day day, PersonId seen_by);
void forget_parts(const sql::Writer& db, PersonId person, Family family);
void insert_grant(const sql::Writer& db, PersonId person, const Grant& grant, Day on, Day expires,
                  PersonId by);
bool revoke(const sql::Writer& db, PersonId person, Family family, RevokeReason reason, Day on, PersonId by);
void insert_ground(const sql::Writer& db, PersonId person, Family family, Ground ground, Day from, Day to,
                   const Act& act);
bool end_grounds(const sql::Writer& db, PersonId person, Family family, Day today);

}  // namespace fabnum::authorisations::store
