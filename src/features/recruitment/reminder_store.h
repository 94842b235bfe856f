#pragma once

// Rows of interviews that somebody is to be reminded of.

#include "features/recruitment/candidates.h"

namespace fabnum::recruitment::store {

struct InterviewReminder {
    CandidateId candidate;
    Interview interview;
};
std::vector<InterviewReminder> interviews_to_remind(const sql::Reader& db, Day first, Day last);
void set_interview_reminded(const sql::Writer& db, InterviewId id, Instant at);

}  // namespace fabnum::recruitment::store
