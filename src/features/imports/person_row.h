#pragma once

// Rows of people: which column says what, what a row says, and what would become of it. Pure: nothing is
// written before somebody has seen the verdicts.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/words.h"
#include "features/imports/grid.h"
#include "features/people/people.h"

namespace fabnum::imports {

enum class Column { None, GivenName, FamilyName, BirthDay, Mail, Phone };
inline constexpr std::pair<std::string_view, Column> columns[] = {{"none", Column::None},
                                                                  {"given_name", Column::GivenName},
                                                                  {"family_name", Column::FamilyName},
                                                                  {"birth_day", Column::BirthDay},
                                                                  {"mail", Column::Mail},
                                                                  {"phone", Column::Phone}};
using Mapping = std::vector<Column>;  // one for each column of the file

// By the words that files use; each column of ours at most once, the first that says it.
Mapping guessed(const std::vector<std::string>& headers);
// imports.problem.names: without both names there is nobody; imports.problem.twice: two columns for one
// thing.
std::optional<Refusal> problem_of(const Mapping& mapping);

// "12/03/2008", "12.03.08", "12 mars 2008", "2008-03-12", or the number that a spreadsheet keeps for a day.
std::optional<Day> birth_day_from(std::string_view text, Day today);
// A number whose 0 a spreadsheet ate gets it back; in pairs when it is French.
std::optional<std::string> phone_from(std::string_view text);

// Somebody the house knows.
struct Known {
    people::Person person;
    bool here = false;   // has or had a hat on this site
    bool young = false;  // and no other role there
};

enum class Verdict { New, Changes, Same, Refused };
inline constexpr std::pair<std::string_view, Verdict> verdicts[] = {{"new", Verdict::New},
                                                                    {"changes", Verdict::Changes},
                                                                    {"same", Verdict::Same},
                                                                    {"refused", Verdict::Refused}};

// One thing that the file says otherwise than the house.
struct Difference {
    Column column = Column::None;
    std::string here, file;  // days as ISO 8601
    bool fills() const { return here.empty(); }
};

struct Judged {
    std::size_t line = 0;  // of the file, the headers being 1
    Verdict verdict = Verdict::New;
    people::PersonFacts facts = {};  // as the file says
    PersonId person = {};            // whom it is about, when known
    std::vector<Difference> differences = {};
    std::optional<Refusal> why = {};  // of a refusal
    bool namesake = false;            // new, although somebody here has that name and another birth day
};
// One verdict for each row, in the order of the file.
std::vector<Judged> judged(const Grid& grid, const Mapping& mapping, const std::vector<Known>& known,
                           Day today);

struct Counts {
    std::size_t added = 0, changed = 0, same = 0, refused = 0;
};
Counts counts_of(const std::vector<Judged>& rows);

}  // namespace fabnum::imports
