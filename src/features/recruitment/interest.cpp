#include "features/recruitment/interest.h"

#include <charconv>
#include <chrono>

#include "features/recruitment/interest_store.h"
#include "platform/json/json.h"
#include "platform/sessions/sessions.h"

namespace fabnum::recruitment {

namespace {

using namespace std::chrono_literals;

std::int64_t whole(const std::string& text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<std::string> unless_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

// Every answer of the sheet, in one flat object.
std::string packed(const Interest& interest) {
    constexpr std::string_view names[] = {"site", "given_name", "family_name", "gender", "birth_day", "town",
                                          "mail", "phone",      "meeting",     "helps",  "registered"};
    std::string all = "{";
    for (const std::string_view name : names) {
        const std::string value = interest.answer(std::string(name));
        if (value.empty()) continue;
        const std::string one = json::object({{name, value}});
        all += (all.size() > 1 ? "," : "") + one.substr(1, one.size() - 2);
    }
    return all + "}";
}

std::vector<std::string> words_of(const std::string& list) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < list.size();) {
        const auto end = std::min(list.find(' ', at), list.size());
        if (end > at) words.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

}  // namespace

std::optional<Question> question_from(std::string_view word) {
    for (const auto& [known, question] : questions)
        if (known == word) return question;
    return std::nullopt;
}

Question next_of(Question question) {
    return question == Question::Check ? question : static_cast<Question>(static_cast<int>(question) + 1);
}

std::optional<Question> before(Question question) {
    if (question == Question::Where) return std::nullopt;
    return static_cast<Question>(static_cast<int>(question) - 1);
}

std::string Interest::answer(const std::string& name) const {
    const auto found = answers.find(name);
    return found == answers.end() ? std::string() : found->second;
}

SiteId Interest::site() const {
    return SiteId{whole(answer("site"))};
}

Question first_unanswered(const Interest& interest) {
    const auto said = [&](const char* name) { return !interest.answer(name).empty(); };
    if (!said("site")) return Question::Where;
    if (!said("given_name") || !said("family_name")) return Question::Name;
    if (!said("birth_day") || !said("town")) return Question::Birth;
    if (!said("mail") && !said("phone")) return Question::Reach;
    return Question::Check;
}

std::optional<NewCandidate> candidate_of(const Interest& interest) {
    if (first_unanswered(interest) != Question::Check) return std::nullopt;
    NewCandidate wish;
    wish.facts.site = interest.site();
    wish.facts.given_name = interest.answer("given_name");
    wish.facts.family_name = interest.answer("family_name");
    wish.facts.gender =
        interest.answer("gender").empty() ? Gender::Unsaid : value_in(genders, interest.answer("gender"));
    wish.facts.birth_day = day_from_iso(interest.answer("birth_day"));
    wish.facts.town = interest.answer("town");
    wish.facts.mail = unless_empty(interest.answer("mail"));
    wish.facts.phone = unless_empty(interest.answer("phone"));
    wish.facts.registered = value_in(knowns, interest.answer("registered"));
    wish.facts.source = Source::Alone;
    wish.helps = words_of(interest.answer("helps"));
    wish.meeting = MeetingId{whole(interest.answer("meeting"))};
    return wish;
}

std::string begin_interest(sql::Database& database, const Act& act) {
    return *database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const auto id = store::insert_interest(db, act.at);
        return sessions::make_link(db, interest_link, id.value, act.at, 24h * 7);
    });
}

std::optional<Interest> find_interest(const sql::Reader& db, std::string_view token, Instant now) {
    const auto link = sessions::find_link(db, interest_link, token, now);
    return link ? store::find_interest(db, InterestId{link->subject}) : std::nullopt;
}

Result<Done> keep_answers(sql::Database& database, const Act& act, InterestId id,
                          const std::map<std::string, std::string>& answers) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        auto known = store::find_interest(db, id);
        if (!known || known->candidate) return Refusal{"recruitment.not_there"};
        for (const auto& [name, value] : answers) known->answers[name] = value;
        store::set_interest(db, id, packed(*known), act.at);
        return Done{};
    });
}

Result<std::string> send_interest(const Candidates& candidates, const Act& act, const Interest& interest,
                                  Day today) {
    const auto wish = candidate_of(interest);
    if (!wish) return Refusal{"recruitment.not_there"};
    Act theirs = act;
    theirs.by = by_link(wish->facts.site);
    return candidates.database().write(theirs, [&](const sql::Writer& db) -> Result<std::string> {
        const auto known = store::find_interest(db, interest.id);
        if (!known || known->candidate) return Refusal{"recruitment.moved_meanwhile"};
        const auto id = receive(db, theirs, *wish, today, candidates.public_address());
        if (!id) return id.refusal();
        store::set_interest_sent(db, interest.id, *id, act.at);
        return sessions::make_link(db, candidate_link, id->value, act.at, 24h * 200);
    });
}

}  // namespace fabnum::recruitment
