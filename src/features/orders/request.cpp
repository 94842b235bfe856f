#include "features/orders/request.h"

#include <charconv>

#include "features/orders/request_store.h"

namespace fabnum::orders {

namespace {

using namespace std::chrono_literals;

int whole(const std::string& text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<std::string> unless_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

partners::Kind organisation_kind(std::string_view word) {
    for (const auto& [known, kind] : partners::kinds)
        if (known == word) return kind;
    return partners::Kind::Association;
}

}  // namespace

std::string_view word_of(Question question) {
    return questions[static_cast<std::size_t>(question)].first;
}

std::optional<Question> question_from(std::string_view word) {
    for (const auto& [known, question] : questions)
        if (known == word) return question;
    return std::nullopt;
}

Question next_of(Question question) {
    return question == Question::Check ? question : static_cast<Question>(static_cast<int>(question) + 1);
}

std::optional<Question> before(Question question) {
    if (question == Question::What) return std::nullopt;
    return static_cast<Question>(static_cast<int>(question) - 1);
}

std::string Draft::answer(const std::string& name) const {
    const auto found = answers.find(name);
    return found == answers.end() ? std::string() : found->second;
}

Question first_unanswered(const Draft& draft) {
    if (draft.answer("kind").empty() || draft.answer("title").empty()) return Question::What;
    if (draft.answer("need").empty() || draft.answer("beneficiaries").empty()) return Question::Need;
    if (whole(draft.answer("quantity")) < 1) return Question::Number;
    if (draft.answer("site").empty()) return Question::When;
    if (draft.answer("organisation").empty() || draft.answer("town").empty()) return Question::Who;
    if (draft.answer("contact").empty() || (draft.answer("mail").empty() && draft.answer("phone").empty()))
        return Question::Contact;
    return Question::Check;
}

std::optional<NewOrder> order_of(const Draft& draft, i18n::Language language) {
    if (first_unanswered(draft) != Question::Check) return std::nullopt;
    NewOrder order;
    order.site = SiteId{whole(draft.answer("site"))};
    order.kind = kind_from(draft.answer("kind"));
    order.title = draft.answer("title");
    order.need = draft.answer("need");
    order.beneficiaries = draft.answer("beneficiaries");
    order.quantity = whole(draft.answer("quantity"));
    order.wanted = day_from_iso(draft.answer("wanted"));
    order.organisation = draft.answer("organisation");
    order.organisation_kind = organisation_kind(draft.answer("organisation_kind"));
    order.town = draft.answer("town");
    order.contact = draft.answer("contact");
    order.mail = unless_empty(draft.answer("mail"));
    order.phone = unless_empty(draft.answer("phone"));
    order.pictures = draft.pictures;
    order.language = language;
    return order;
}

std::string begin_draft(sql::Database& database, const Act& act) {
    return *database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const auto id = store::insert_draft(db, act.at);
        return sessions::make_link(db, draft_link, id.value, act.at, 24h * 60);
    });
}

std::optional<Draft> find_draft(const sql::Reader& db, std::string_view token, Instant now) {
    const auto link = sessions::find_link(db, draft_link, token, now);
    return link ? store::find_draft(db, DraftId{link->subject}) : std::nullopt;
}

Result<Done> keep_answers(sql::Database& database, const Act& act, DraftId id,
                          const std::map<std::string, std::string>& answers) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        for (const auto& [question, answer] : answers) store::set_answer(db, id, question, answer);
        store::set_changed(db, id, act.at);
        return Done{};
    });
}

Result<Done> keep_picture(sql::Database& database, const files::Cabinet& cabinet, const Act& act, DraftId id,
                          const files::Cabinet::Checked& picture, std::string_view description) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto draft = store::find_draft(db, id);
        if (!draft) return Refusal{"orders.not_there"};
        if (draft->pictures.size() >= 5) return Refusal{"orders.enough_pictures"};
        store::insert_draft_picture(db, id, {cabinet.keep(db, picture, act.at), std::string(description)});
        store::set_changed(db, id, act.at);
        return Done{};
    });
}

Result<Done> drop_picture(sql::Database& database, const Act& act, DraftId id, files::FileId picture) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!store::remove_draft_picture(db, id, picture)) return Refusal{"orders.not_there"};
        return Done{};
    });
}

Result<Done> note_sent(sql::Database& database, DraftId id, OrderId order) {
    return database.write({}, [&](const sql::Writer& db) -> Result<Done> {
        store::set_order(db, id, order);
        return Done{};
    });
}

int forget_old_drafts(const sql::Writer& db, Instant before) {
    return static_cast<int>(store::remove_drafts(db, before));
}

}  // namespace fabnum::orders
