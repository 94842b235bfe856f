#pragma once

// A request being written on the public form, one question per page, saved as it goes. Nothing of it is an
// order until its author sends it; what was left for sixty days is forgotten.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/orders/orders.h"

namespace fabnum::orders {

using DraftId = Id<struct DraftTag>;

// The questions, in order.
enum class Question { What, Need, Number, When, Picture, Who, Contact, Check };
inline constexpr std::pair<std::string_view, Question> questions[] = {
    {"quoi", Question::What},       {"besoin", Question::Need},   {"combien", Question::Number},
    {"quand", Question::When},      {"image", Question::Picture}, {"qui", Question::Who},
    {"contact", Question::Contact}, {"verifier", Question::Check}};
std::string_view word_of(Question question);
std::optional<Question> question_from(std::string_view word);
Question next_of(Question question);
std::optional<Question> before(Question question);

struct Draft {
    DraftId id;
    std::map<std::string, std::string> answers;  // by field name
    std::vector<Picture> pictures;
    OrderId order;  // sent already

    std::string answer(const std::string& name) const;
};
// The first question that must have an answer and has none; Check when all have.
Question first_unanswered(const Draft& draft);
// The order that the draft says; nullopt while something is missing.
std::optional<NewOrder> order_of(const Draft& draft, i18n::Language language);

inline constexpr std::string_view draft_link = "draft";

// Begins a draft; answers the token of its pages.
std::string begin_draft(sql::Database& database, const Act& act);
std::optional<Draft> find_draft(const sql::Reader& db, std::string_view token, Instant now);
Result<Done> keep_answers(sql::Database& database, const Act& act, DraftId id,
                          const std::map<std::string, std::string>& answers);
Result<Done> keep_picture(sql::Database& database, const files::Cabinet& cabinet, const Act& act, DraftId id,
                          const files::Cabinet::Checked& picture, std::string_view description);
Result<Done> drop_picture(sql::Database& database, const Act& act, DraftId id, files::FileId picture);
// The draft became this order.
Result<Done> note_sent(sql::Database& database, DraftId id, OrderId order);

}  // namespace fabnum::orders
