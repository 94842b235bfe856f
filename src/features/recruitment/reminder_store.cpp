#include "features/recruitment/reminder_store.h"

namespace fabnum::recruitment::store {

std::vector<InterviewReminder> interviews_to_remind(const sql::Reader& db, Day first, Day last) {
    return db.all(
        [](sql::Row& row) {
            InterviewReminder one;
            one.candidate = row.take<CandidateId>();
            one.interview.id = row.take<InterviewId>();
            one.interview.on = row.take<Day>();
            one.interview.starts = row.take<int>();
            one.interview.place = row.take<std::string>();
            one.interview.with = row.take<PersonId>();
            one.interview.state = value_in(talks, row.take<std::string>());
            return one;
        },
        {first, last}, R"sql(
        SELECT i.candidate_id, i.id, i.on_day, i.starts_at, i.place, i.with_person, i.state
          FROM recruitment_interviews i
          JOIN recruitment_candidates c ON c.id = i.candidate_id
         WHERE i.on_day BETWEEN $1 AND $2
           AND i.state IN ('offered', 'agreed')
           AND i.reminded_day IS NULL
           AND c.withdrawn_at IS NULL AND c.purged_at IS NULL AND c.mail IS NOT NULL
      ORDER BY i.id)sql");
}

void set_interview_reminded(const sql::Writer& db, InterviewId id, Instant at) {
    db.run({id, at}, "UPDATE recruitment_interviews SET reminded_day = $2 WHERE id = $1");
}

}  // namespace fabnum::recruitment::store
