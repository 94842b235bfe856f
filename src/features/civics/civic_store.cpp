#include "features/civics/civic_store.h"

#include "base/words.h"

namespace fabnum::civics::store {

namespace {

Proof proof_from(sql::Row& row) {
    Proof one;
    one.id = row.take<CivicProofId>();
    one.person = row.take<PersonId>();
    one.site = row.take<SiteId>();
    one.paper = value_in(papers, row.take<std::string>());
    one.on = row.take<Day>();
    one.half_days = row.take<int>();
    one.title = row.take<std::string>();
    one.file = row.take<files::FileId>();
    return one;
}

constexpr std::string_view proof_columns =
    "SELECT id, person_id, site_id, paper, on_day, half_days, title, file_id FROM civic_proofs ";

// "($1, $2, $3)" and their values.
struct OneOf {
    std::string text = "(";
    sql::Values values = {};
};
template <class Id>
void also(OneOf& list, Id id) {
    list.values.emplace_back(id);
    list.text += (list.values.size() == 1 ? "$" : ", $") + std::to_string(list.values.size());
}

}  // namespace

std::map<timetable::SessionId, Part> parts_of(const sql::Reader& db,
                                              const std::vector<timetable::Session>& sessions) {
    std::map<timetable::SessionId, Part> found;
    if (sessions.empty()) return found;
    OneOf list;
    for (const auto& one : sessions) also(list, one.id);
    db.each(
        [&](sql::Row& row) {
            const auto id = row.take<timetable::SessionId>();
            found.emplace(id, value_in(parts, row.take<std::string>()));
        },
        list.values, "SELECT session_id, part FROM civic_sessions WHERE session_id IN " + list.text + ")");
    return found;
}

void set_part(const sql::Writer& db, timetable::SessionId id, Part part) {
    db.run({id, word_in(parts, part)}, R"sql(
        INSERT INTO civic_sessions (session_id, part)
        VALUES ($1, $2)
            ON CONFLICT (session_id) DO UPDATE SET part = excluded.part)sql");
}

std::vector<Proof> proofs_of(const sql::Reader& db, const std::vector<PersonId>& people) {
    if (people.empty()) return {};
    OneOf list;
    for (const PersonId one : people) also(list, one);
    return db.all(proof_from, list.values,
                  std::string(proof_columns) + "WHERE person_id IN " + list.text +
                      ") AND taken_back_at IS NULL ORDER BY on_day, id");
}

std::optional<Proof> find(const sql::Reader& db, CivicProofId id) {
    return db.one(proof_from, {id}, std::string(proof_columns) + "WHERE id = $1 AND taken_back_at IS NULL");
}

CivicProofId insert(const sql::Writer& db, const Act& act, const Proof& proof) {
    return db.insert<CivicProofId>({proof.person, proof.site, word_in(papers, proof.paper), proof.on,
                                    proof.half_days, proof.title, proof.file, act.by.person, act.at},
                                   R"sql(
        INSERT INTO civic_proofs (person_id, site_id, paper, on_day, half_days, title, file_id, noted_by, noted_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     RETURNING id)sql");
}

std::int64_t take_back(const sql::Writer& db, CivicProofId id, Instant at) {
    return db.run({id, at},
                  "UPDATE civic_proofs SET taken_back_at = $2 WHERE id = $1 AND taken_back_at IS NULL");
}

}  // namespace fabnum::civics::store
