#pragma once

// Rows of marks, of what was said beforehand, and of the chain of signatures.

#include "features/attendance/attendance.h"

namespace fabnum::attendance::store {

// The latest of each half-day.
std::vector<Mark> of_cohort(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
std::vector<Mark> of_person(const sql::Reader& db, PersonId person, Day from, Day to);
std::optional<Mark> latest(const sql::Reader& db, PersonId person, Day day, Half half);
// Every line ever written about a half-day, first to last.
std::vector<Mark> lines(const sql::Reader& db, PersonId person, Day day, Half half);
MarkId insert(const sql::Writer& db, const Mark& mark);

std::vector<Notice> notices(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
std::vector<Notice> notices_of(const sql::Reader& db, PersonId person, Day from, Day to);
void insert(const sql::Writer& db, const Notice& notice);
std::int64_t see(const sql::Writer& db, Id<struct NoticeTag> id, PersonId by, Instant at);
std::optional<Notice> find_notice(const sql::Reader& db, Id<struct NoticeTag> id);

std::vector<Signature> signatures(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
std::vector<Signature> signatures_of(const sql::Reader& db, PersonId person, Day from, Day to);
// The links from the first to the last signature of that cohort in those days, those of others without
// content.
std::vector<Shown> chain(const sql::Reader& db, cohorts::CohortId cohort, Day from, Day to);
void each_line(const sql::Reader& db, const std::function<void(const Shown&)>& use);
struct End {
    std::int64_t seq = 0;
    std::string hash = no_link;
};
End end_of(const sql::Reader& db);
void append(const sql::Writer& db, const Link& link, const Content& content, files::FileId drawing);

}  // namespace fabnum::attendance::store
