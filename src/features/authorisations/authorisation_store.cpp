#include "features/authorisations/authorisation_store.h"

namespace fabnum::authorisations::store {

namespace {

// "$1, $2, …" for so many people, from the first of them.
std::string places(std::size_t count, std::size_t first) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += (i ? ", $" : "$") + std::to_string(first + i);
    return all;
}

sql::Values values_of(const std::vector<PersonId>& people) {
    return {people.begin(), people.end()};
}

void add_parts(const sql::Reader& db, const std::vector<PersonId>& people, Permits& permits) {
    db.each(
        [&](sql::Row& row) {
            const auto person = row.take<PersonId>();
            const auto family = machines::family_from(row.take<std::string>());
            const auto part = value_in(parts, row.take<std::string>());
            if (family) permits[person][*family].done.insert(part);
        },
        values_of(people),
        "SELECT person_id, family, step FROM authorisation_steps WHERE person_id IN (" +
            places(people.size(), 1) + ")");
}

// The latest grant of each family is the one that counts.
void add_grants(const sql::Reader& db, const std::vector<PersonId>& people, Day today, Permits& permits) {
    db.each(
        [&](sql::Row& row) {
            const auto person = row.take<PersonId>();
            const auto family = machines::family_from(row.take<std::string>());
            const auto level = level_from(row.take<std::string>());
            const auto expires = row.take<Day>();
            const auto revoked = row.take<std::optional<Day>>();
            if (!family || !level) return;
            Permit& permit = permits[person][*family];
            permit.paper = revoked ? Paper::Revoked : expires < today ? Paper::Expired : Paper::Valid;
            permit.granted = level;
            permit.expires = expires;
        },
        values_of(people),
        "SELECT person_id, family, level, expires_on, revoked_on FROM authorisations WHERE person_id IN (" +
            places(people.size(), 1) + ") ORDER BY id");
}

void add_grounds(const sql::Reader& db, const std::vector<PersonId>& people, Day today, Permits& permits) {
    sql::Values values = values_of(people);
    values.emplace_back(today);
    const std::string day = "$" + std::to_string(values.size());
    db.each(
        [&](sql::Row& row) {
            const auto person = row.take<PersonId>();
            const auto family = machines::family_from(row.take<std::string>());
            const auto* ground = ground_from(row.take<std::string>());
            const auto until = row.take<Day>();
            if (!family || !ground) return;
            permits[person][*family].ground = ground->ground;
            permits[person][*family].ground_until = until;
        },
        values,
        "SELECT person_id, family, ground, to_day FROM authorisation_grounds WHERE person_id IN (" +
            places(people.size(), 1) + ") AND from_day <= " + day + " AND to_day >= " + day +
            " AND ended_on IS NULL ORDER BY id");
}

}  // namespace

std::optional<Course> course(const sql::Reader& db, Family family) {
    auto found = db.one(
        [&](sql::Row& row) {
            Course one;
            one.family = family;
            one.lesson = row.take<std::string>();
            one.valid_months = row.take<int>();
            return one;
        },
        {machines::word_of(family)},
        "SELECT lesson, valid_months FROM authorisation_courses WHERE family = $1");
    if (!found) return std::nullopt;
    found->questions = db.all(
        [](sql::Row& row) {
            Question one;
            one.id = row.take<Id<QuestionTag>>();
            one.question = row.take<std::string>();
            one.correct = row.take<std::string>();
            one.wrong = machines::lines_of(row.take<std::string>());
            return one;
        },
        {machines::word_of(family)},
        "SELECT id, question, correct, wrong FROM authorisation_questions WHERE family = $1 ORDER BY id");
    return found;
}

void set_course(const sql::Writer& db, const Course& course) {
    const std::string_view family = machines::word_of(course.family);
    db.run({family, course.lesson, course.valid_months}, R"sql(
        INSERT INTO authorisation_courses (family, lesson, valid_months)
        VALUES ($1, $2, $3)
   ON CONFLICT (family) DO UPDATE SET lesson = excluded.lesson, valid_months = excluded.valid_months)sql");
    db.run({family}, "DELETE FROM authorisation_questions WHERE family = $1");
    for (const Question& one : course.questions) {
        std::string wrong;
        for (const std::string& line : one.wrong) wrong += (wrong.empty() ? "" : "\n") + line;
        db.run(
            {family, one.question, one.correct, wrong},
            "INSERT INTO authorisation_questions (family, question, correct, wrong) VALUES ($1, $2, $3, $4)");
    }
}

Permits permits(const sql::Reader& db, const std::vector<PersonId>& people, Day today) {
    Permits found;
    if (people.empty()) return found;
    add_parts(db, people, found);
    add_grants(db, people, today, found);
    add_grounds(db, people, today, found);
    for (auto& [person, families] : found)
        for (auto& [family, permit] : families)
            if (permit.granted && permit.paper == Paper::Valid)
                permit.level = reached(*permit.granted, permit.done);
    return found;
}

void note_part(const sql::Writer& db, PersonId person, Family family, Part part, Day day, PersonId seen_by) {
    db.run({person, machines::word_of(family), word_in(parts, part), day, seen_by}, R"sql(
        INSERT INTO authorisation_steps (person_id, family, step, on_day, seen_by)
        VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (person_id, family, step) DO UPDATE SET on_day = excluded.on_day, seen_by = excluded.seen_by)sql");
}

void forget_parts(const sql::Writer& db, PersonId person, Family family) {
    db.run({person, machines::word_of(family)},
           "DELETE FROM authorisation_steps WHERE person_id = $1 AND family = $2");
}

void insert_grant(const sql::Writer& db, PersonId person, const Grant& grant, Day on, Day expires,
                  PersonId by) {
    db.run({person, machines::word_of(grant.family), row_of(grant.level).word, by, on, expires}, R"sql(
        INSERT INTO authorisations (person_id, family, level, granted_by, granted_on, expires_on)
        VALUES ($1, $2, $3, $4, $5, $6))sql");
}

bool revoke(const sql::Writer& db, PersonId person, Family family, RevokeReason reason, Day on, PersonId by) {
    return db.run({on, by, word_in(revoke_reasons, reason), person, machines::word_of(family)}, R"sql(
        UPDATE authorisations
           SET revoked_on = $1, revoked_by = $2, revoke_reason = $3
         WHERE person_id = $4 AND family = $5 AND revoked_on IS NULL)sql") > 0;
}

void insert_ground(const sql::Writer& db, PersonId person, Family family, Ground ground, Day from, Day to,
                   const Act& act) {
    std::string_view word;
    for (const GroundRow& one : grounds)
        if (one.ground == ground) word = one.word;
    db.run({person, machines::word_of(family), word, from, to, act.by.person, act.at}, R"sql(
        INSERT INTO authorisation_grounds (person_id, family, ground, from_day, to_day, given_by, given_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

bool end_grounds(const sql::Writer& db, PersonId person, Family family, Day today) {
    return db.run({today, person, machines::word_of(family)}, R"sql(
        UPDATE authorisation_grounds
           SET ended_on = $1
         WHERE person_id = $2 AND family = $3 AND ended_on IS NULL)sql") > 0;
}

}  // namespace fabnum::authorisations::store
