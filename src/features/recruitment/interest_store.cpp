#include "features/recruitment/interest_store.h"

#include "platform/json/json.h"

namespace fabnum::recruitment::store {

std::optional<Interest> find_interest(const sql::Reader& db, InterestId id) {
    return db.one(
        [](sql::Row& row) {
            Interest found;
            found.id = row.take<InterestId>();
            const auto members = json::members(row.take<std::string>());
            if (members)
                for (const auto& [name, value] : *members) found.answers[name] = value;
            found.candidate = row.take<CandidateId>();
            return found;
        },
        {id}, "SELECT id, answers, candidate_id FROM recruitment_drafts WHERE id = $1");
}

InterestId insert_interest(const sql::Writer& db, Instant at) {
    return db.insert<InterestId>(
        {at}, "INSERT INTO recruitment_drafts (answers, changed_at) VALUES ('{}', $1) RETURNING id");
}

void set_interest(const sql::Writer& db, InterestId id, std::string_view answers, Instant at) {
    db.run({id, answers, at}, R"sql(
        UPDATE recruitment_drafts SET answers = $2, changed_at = $3 WHERE id = $1 AND candidate_id IS NULL)sql");
}

void set_interest_sent(const sql::Writer& db, InterestId id, CandidateId candidate, Instant at) {
    db.run({id, candidate, at}, R"sql(
        UPDATE recruitment_drafts SET answers = '{}', candidate_id = $2, changed_at = $3 WHERE id = $1)sql");
}

std::int64_t remove_interests(const sql::Writer& db, Instant before) {
    return db.run({before}, "DELETE FROM recruitment_drafts WHERE changed_at < $1");
}

}  // namespace fabnum::recruitment::store
