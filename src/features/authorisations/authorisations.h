#pragma once

// Authorisations: what each person has learnt of a family of machines, what they were granted, and the answer
// to "may I use this machine?". Staff grant and take back; young people learn, answer the quiz and sign.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "features/authorisations/authorisation.h"
#include "features/maintenance/maintenance.h"
#include "features/people/people.h"
#include "platform/sql/sql.h"

namespace fabnum::authorisations {

using machines::Family;

struct Question {
    Id<struct QuestionTag> id = {};
    std::string question, correct;
    std::vector<std::string> wrong;
};
struct Course {
    Family family = Family::Printer;
    std::string lesson;  // a line each
    int valid_months = 12;
    std::vector<Question> questions = {};
};

// What one person holds in one family, today.
struct Permit {
    Paper paper = Paper::None;
    std::optional<Level> granted = {}, level = {};  // given; and reached, with what was done
    DoneParts done = {};
    std::optional<Day> expires = {};
    std::optional<Ground> ground = {};  // legal, today
    std::optional<Day> ground_until = {};
};

// Reading.
std::optional<Course> course(const sql::Reader& db, Family family);
std::map<Family, Permit> of_person(const sql::Reader& db, PersonId person, Day today);
std::map<PersonId, std::map<Family, Permit>> of_people(const sql::Reader& db,
                                                       const std::vector<PersonId>& people, Day today);

// The answer for each of them: one person before several machines, or several people before one.
struct Told {
    MachineAnswer answer;
    Permit permit;
    bool overdue = false;
};
std::map<machines::MachineId, Told> answers(const sql::Reader& db, PersonId person,
                                            const std::vector<machines::Sight>& machines, Day today);
std::map<PersonId, Told> answers(const sql::Reader& db, const std::vector<PersonId>& people,
                                 const machines::Sight& machine, Day today);

// Verbs, each one transaction and its journal line.
Result<fabnum::Done> keep_course(sql::Database& database, const Act& act, const Course& course);
struct Grant {
    std::vector<PersonId> people;
    Family family = Family::Printer;
    Level level = Level::Observer;
    bool trained = false, shown = false;  // the training was held, the demonstration seen, today
};
Result<fabnum::Done> grant(sql::Database& database, const Act& act, const Grant& grant, Day today);
Result<fabnum::Done> revoke(sql::Database& database, const Act& act, PersonId person, Family family,
                            RevokeReason reason, Day today);
// By the person: the answers, by question; and their word.
Result<fabnum::Done> answer_quiz(sql::Database& database, const Act& act, Family family,
                                 const std::map<std::int64_t, std::string>& answers, Day today);
Result<fabnum::Done> sign(sql::Database& database, const Act& act, Family family, Day today);

// The coordination only: the name of whoever gave it and its ground stand in the journal.
Result<fabnum::Done> give_ground(sql::Database& database, const Act& act, PersonId person, Family family,
                                 Ground ground, Day from, Day to);
Result<fabnum::Done> end_ground(sql::Database& database, const Act& act, PersonId person, Family family,
                                Day today);

}  // namespace fabnum::authorisations
