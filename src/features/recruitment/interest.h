#pragma once

// An interest sheet that a young person writes by themselves on the public page, one question at a time.
// Nobody reads it until it is sent; what was left for a week is forgotten.

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "features/recruitment/candidates.h"

namespace fabnum::recruitment {

using InterestId = Id<struct InterestTag>;

// The questions, in order.
enum class Question { Where, Name, Birth, Reach, Meeting, Help, Check };
inline constexpr std::pair<std::string_view, Question> questions[] = {
    {"lieu", Question::Where},    {"nom", Question::Name},        {"age", Question::Birth},
    {"contact", Question::Reach}, {"reunion", Question::Meeting}, {"aide", Question::Help},
    {"verifier", Question::Check}};
constexpr std::string_view word_of(Question question) {
    return word_in(questions, question);
}
std::optional<Question> question_from(std::string_view word);
Question next_of(Question question);
std::optional<Question> before(Question question);

struct Interest {
    InterestId id;
    std::map<std::string, std::string> answers;  // by field name
    CandidateId candidate;                       // sent already

    std::string answer(const std::string& name) const;
    SiteId site() const;
};
// The first question that must have an answer and has none; Check when all have.
Question first_unanswered(const Interest& interest);
// What the sheet says; nullopt while something is missing.
std::optional<NewCandidate> candidate_of(const Interest& interest);

inline constexpr std::string_view interest_link = "interest";

std::string begin_interest(sql::Database& database, const Act& act);  // the token of its pages
std::optional<Interest> find_interest(const sql::Reader& db, std::string_view token, Instant now);
Result<Done> keep_answers(sql::Database& database, const Act& act, InterestId id,
                          const std::map<std::string, std::string>& answers);
// The sheet becomes a candidate, and what was typed is forgotten. Answers the token of the candidate's own
// page.
Result<std::string> send_interest(const Candidates& candidates, const Act& act, const Interest& interest,
                                  Day today);

}  // namespace fabnum::recruitment
