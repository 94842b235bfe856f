#include "features/authorisations/authorisations.h"

#include <algorithm>

#include "engine/calendar/holidays.h"
#include "features/authorisations/authorisation_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::authorisations {

namespace {

using DoneResult = Result<fabnum::Done>;

void note(const sql::Writer& db, const Act& act, std::string_view action, PersonId person,
          std::string after) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "person",
                         .subject = person.value,
                         .site = act.by.site,
                         .after = std::move(after)});
}

// The team is of age: it is employed. Of anybody else the birth day says it.
struct Ages {
    std::map<PersonId, Day> births;
    std::map<PersonId, people::Face> faces;
    Day today;

    Age of(PersonId person) const {
        if (const auto born = births.find(person); born != births.end())
            return people::age_on(born->second, today) < 18 ? Age::Minor : Age::Adult;
        const auto face = faces.find(person);
        return face != faces.end() && is_staff(face->second.role) ? Age::Adult : Age::Unknown;
    }
};
Ages ages_of(const sql::Reader& db, const std::vector<PersonId>& people, Day today) {
    return {.births = people::birth_days(db, people), .faces = people::faces(db, people), .today = today};
}

Told told_of(const machines::Sight& sight, const Permit& permit, Age age, bool overdue) {
    const Case one{.danger = sight.machine.danger,
                   .supervised = sight.machine.supervised,
                   .standing = sight.standing(),
                   .overdue = overdue,
                   .age = age,
                   .ground = permit.ground.has_value(),
                   .paper = permit.paper,
                   .level = permit.level};
    return {.answer = answer_of(one), .permit = permit, .overdue = overdue};
}

Permit permit_in(const std::map<Family, Permit>& permits, Family family) {
    const auto found = permits.find(family);
    return found == permits.end() ? Permit{} : found->second;
}

// Each of them is a young person or of the team of the actor's site.
std::optional<Refusal> against(const sql::Reader& db, const Act& act, const Grant& wanted, Day today) {
    if (wanted.people.empty()) return Refusal{"authorisations.problem.who"};
    const auto own = permit_in(of_person(db, act.by.person, today), wanted.family).level;
    if (!may_grant(act.by, own, wanted.level)) return Refusal{"authorisations.problem.may_not_grant"};
    for (const PersonId person : wanted.people) {
        if (person == act.by.person && !is_staff(act.by)) return Refusal{"authorisations.problem.self"};
        bool here = false;
        for (const auto& hat : people::hats_of(db, person, today))
            here = here || !hat.site || reaches(act.by, hat.site);
        if (!here) return Refusal{"authorisations.not_there"};
    }
    return std::nullopt;
}

bool may_open(const sql::Reader& db, const Act& act, PersonId person) {
    return is_staff(act.by) && people::visible_to(db, act.by, person).has_value();
}

}  // namespace

std::optional<Course> course(const sql::Reader& db, Family family) {
    return store::course(db, family);
}

std::map<Family, Permit> of_person(const sql::Reader& db, PersonId person, Day today) {
    auto all = store::permits(db, {person}, today);
    return std::move(all[person]);
}

std::map<PersonId, std::map<Family, Permit>> of_people(const sql::Reader& db,
                                                       const std::vector<PersonId>& people, Day today) {
    return store::permits(db, people, today);
}

std::map<machines::MachineId, Told> answers(const sql::Reader& db, PersonId person,
                                            const std::vector<machines::Sight>& machines, Day today) {
    const auto permits = of_person(db, person, today);
    const auto blocked = maintenance::blocked(db, {}, today);
    const Age age = ages_of(db, {person}, today).of(person);
    std::map<machines::MachineId, Told> all;
    for (const auto& sight : machines)
        all[sight.machine.id] =
            told_of(sight, permit_in(permits, sight.machine.family), age, blocked.contains(sight.machine.id));
    return all;
}

std::map<PersonId, Told> answers(const sql::Reader& db, const std::vector<PersonId>& people,
                                 const machines::Sight& machine, Day today) {
    const auto permits = store::permits(db, people, today);
    const bool overdue = maintenance::blocked(db, machine.machine.site, today).contains(machine.machine.id);
    const Ages ages = ages_of(db, people, today);
    std::map<PersonId, Told> all;
    for (const PersonId person : people) {
        const auto theirs = permits.find(person);
        const Permit permit =
            theirs == permits.end() ? Permit{} : permit_in(theirs->second, machine.machine.family);
        all[person] = told_of(machine, permit, ages.of(person), overdue);
    }
    return all;
}

DoneResult keep_course(sql::Database& database, const Act& act, const Course& course) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        if (!is_staff(act.by)) return Refusal{"authorisations.not_there"};
        store::set_course(db, course);
        journal::record(db, {.act = act,
                             .action = "authorisation.course_kept",
                             .subject_kind = "course",
                             .subject = static_cast<std::int64_t>(course.family) + 1,
                             .site = act.by.site,
                             .after = json::object({{"family", machines::word_of(course.family)},
                                                    {"questions", static_cast<int>(course.questions.size())},
                                                    {"months", course.valid_months}})});
        return fabnum::Done{};
    });
}

DoneResult grant(sql::Database& database, const Act& act, const Grant& wanted, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        if (const auto no = against(db, act, wanted, today)) return *no;
        const auto course = store::course(db, wanted.family);
        const Day expires = calendar::months_after(today, course ? course->valid_months : 12);
        for (const PersonId person : wanted.people) {
            if (wanted.trained)
                store::note_part(db, person, wanted.family, Part::Training, today, act.by.person);
            if (wanted.shown)
                store::note_part(db, person, wanted.family, Part::Demonstration, today, act.by.person);
            store::insert_grant(db, person, wanted, today, expires, act.by.person);
            note(db, act, "authorisation.granted", person,
                 json::object({{"family", machines::word_of(wanted.family)},
                               {"level", row_of(wanted.level).word},
                               {"expires", expires}}));
        }
        return fabnum::Done{};
    });
}

DoneResult revoke(sql::Database& database, const Act& act, PersonId person, Family family,
                  RevokeReason reason, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        if (!may_open(db, act, person)) return Refusal{"authorisations.not_there"};
        if (!store::revoke(db, person, family, reason, today, act.by.person))
            return Refusal{"authorisations.moved_meanwhile"};
        store::forget_parts(db, person, family);  // it is learnt again
        note(db, act, "authorisation.revoked", person,
             json::object(
                 {{"family", machines::word_of(family)}, {"reason", word_in(revoke_reasons, reason)}}));
        return fabnum::Done{};
    });
}

DoneResult answer_quiz(sql::Database& database, const Act& act, Family family,
                       const std::map<std::int64_t, std::string>& answers, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        const auto course = store::course(db, family);
        if (!course || course->questions.empty() || !act.by.person)
            return Refusal{"authorisations.not_there"};
        const auto wrong =
            std::count_if(course->questions.begin(), course->questions.end(), [&](const Question& one) {
                const auto given = answers.find(one.id.value);
                return given == answers.end() || given->second != one.correct;
            });
        if (wrong > 0) return Refusal{"authorisations.problem.quiz", {{"count", std::to_string(wrong)}}};
        store::note_part(db, act.by.person, family, Part::Quiz, today, {});
        note(db, act, "authorisation.quiz_passed", act.by.person,
             json::object({{"family", machines::word_of(family)}}));
        return fabnum::Done{};
    });
}

DoneResult sign(sql::Database& database, const Act& act, Family family, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        const auto permit = permit_in(of_person(db, act.by.person, today), family);
        if (!permit.done.contains(Part::Training) || !permit.done.contains(Part::Quiz))
            return Refusal{"authorisations.problem.sign_last"};
        store::note_part(db, act.by.person, family, Part::Signature, today, {});
        note(db, act, "authorisation.signed", act.by.person,
             json::object({{"family", machines::word_of(family)}}));
        return fabnum::Done{};
    });
}

DoneResult give_ground(sql::Database& database, const Act& act, PersonId person, Family family, Ground ground,
                       Day from, Day to) {
    if (to < from) return Refusal{"authorisations.problem.backwards"};
    for (const GroundRow& one : grounds)
        if (one.ground == ground && to > calendar::months_after(from, one.most_months))
            return Refusal{"authorisations.problem.too_long", {{"months", std::to_string(one.most_months)}}};
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        const bool leads = act.by.role == Role::Coordinator || act.by.role == Role::Admin;
        if (!leads || !may_open(db, act, person)) return Refusal{"authorisations.not_there"};
        store::end_grounds(db, person, family, from);
        store::insert_ground(db, person, family, ground, from, to, act);
        std::string_view word;
        for (const GroundRow& one : grounds)
            if (one.ground == ground) word = one.word;
        note(db, act, "authorisation.ground_given", person,
             json::object(
                 {{"family", machines::word_of(family)}, {"ground", word}, {"from", from}, {"to", to}}));
        return fabnum::Done{};
    });
}

DoneResult end_ground(sql::Database& database, const Act& act, PersonId person, Family family, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> DoneResult {
        const bool leads = act.by.role == Role::Coordinator || act.by.role == Role::Admin;
        if (!leads || !may_open(db, act, person)) return Refusal{"authorisations.not_there"};
        if (!store::end_grounds(db, person, family, today)) return Refusal{"authorisations.moved_meanwhile"};
        note(db, act, "authorisation.ground_ended", person,
             json::object({{"family", machines::word_of(family)}}));
        return fabnum::Done{};
    });
}

}  // namespace fabnum::authorisations
