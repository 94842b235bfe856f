// The verbs: news some months after, and the tries to get them.

#include "features/outcomes/outcome_entry.h"
#include "features/outcomes/outcome_store.h"
#include "features/outcomes/outcomes.h"
#include "platform/json/json.h"
#include "platform/mail/mail.h"
#include "platform/sessions/sessions.h"

namespace fabnum::outcomes {

namespace {

using namespace std::chrono_literals;

template <class T, std::size_t N>
std::optional<std::string> word_if(const std::pair<std::string_view, T> (&words)[N],
                                   const std::optional<T>& value) {
    if (!value) return std::nullopt;
    return std::string(word_in(words, *value));
}

std::string details(const News& news) {
    return json::object({{"months", news.months},
                         {"situation", word_if(situations, news.situation)},
                         {"missing", word_if(missings, news.missing)}});
}

struct Found {
    News news;
    Exit exit;
};
std::optional<Found> find_both(const sql::Reader& db, NewsId id) {
    const auto row = store::news_row(db, id);
    if (!row) return std::nullopt;
    return Found{row->news, row->exit};
}

Result<Done> write_answer(const sql::Writer& db, const Act& act, const Found& found, const Answer& answer,
                          bool by_self, Day today) {
    if (answer.situation.has_value() == answer.missing.has_value()) return Refusal{"outcomes.answer_needed"};
    News news = found.news;
    news.answered = today;
    news.by_self = by_self;
    news.situation = answer.situation;
    news.missing = answer.missing;
    news.field = answer.situation ? answer.field : std::nullopt;
    news.proof = answer.situation ? std::optional(answer.proof) : std::nullopt;
    store::set_answer(db, news);
    note(db, act, "exit.news", found.exit, found.news.answered ? details(found.news) : "", details(news));
    // Whoever still holds a link has nothing more to say there.
    sessions::revoke_links(db, news_link, news.id.value);
    return Done{};
}

}  // namespace

Result<Done> note_try(sql::Database& database, const Act& act, NewsId id, Channel channel, Reply reply) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = find_both(db, id);
        if (!found || !may_steer(act.by, found->exit.site)) return Refusal{"outcomes.not_there"};
        store::insert_try(db, id, {.at = act.at, .channel = channel, .reply = reply, .by = act.by.person});
        note(db, act, "exit.tried", found->exit, {},
             json::object({{"months", found->news.months},
                           {"channel", word_in(channels, channel)},
                           {"reply", word_in(replies, reply)}}));
        return Done{};
    });
}

Result<Done> answer(sql::Database& database, const Act& act, NewsId id, const Answer& answer, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = find_both(db, id);
        if (!found || !may_steer(act.by, found->exit.site)) return Refusal{"outcomes.not_there"};
        if (found->news.due - opens_before > today) return Refusal{"outcomes.too_early"};
        return write_answer(db, act, *found, answer, false, today);
    });
}

Result<std::string> make_news_link(sql::Database& database, const Act& act, NewsId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<std::string> {
        const auto found = find_both(db, id);
        if (!found || !may_steer(act.by, found->exit.site)) return Refusal{"outcomes.not_there"};
        if (found->news.answered) return Refusal{"outcomes.answered_already"};
        return sessions::make_link(db, news_link, id.value, act.at, 24h * 60);
    });
}

Result<Done> send_news_letter(sql::Database& database, const Act& act, NewsId id, std::string_view from,
                              std::string_view public_address) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto found = find_both(db, id);
        if (!found || !may_steer(act.by, found->exit.site)) return Refusal{"outcomes.not_there"};
        if (found->news.answered) return Refusal{"outcomes.answered_already"};
        const auto person = people::find(db, found->exit.person);
        if (!person || !person->mail) return Refusal{"outcomes.no_mail"};
        const auto token = sessions::make_link(db, news_link, id.value, act.at, 24h * 60);
        const i18n::Words t(person->voice);
        mail::post(db,
                   {.to = *person->mail,
                    .to_name = people::full_name(*person),
                    .subject = t("outcomes.letter.subject"),
                    .paragraphs = {t("outcomes.letter.hello", {{"name", person->given_name}}),
                                   t("outcomes.letter.ask", {{"months", found->news.months}, {"who", from}})},
                    .link_words = t("outcomes.letter.link"),
                    .link = std::string(public_address) + "/nouvelles/" + token,
                    .footer = t("outcomes.letter.why"),
                    .language = person->voice.language == i18n::Language::English ? "en"
                                : person->voice.address == i18n::Address::Tu      ? "fr-tu"
                                                                                  : "fr",
                    .about_kind = "exit",
                    .about = found->exit.id.value,
                    .site = found->exit.site},
                   act.at);
        store::insert_try(
            db, id, {.at = act.at, .channel = Channel::Mail, .reply = Reply::Sent, .by = act.by.person});
        note(db, act, "exit.tried", found->exit, {},
             json::object({{"months", found->news.months}, {"channel", "mail"}, {"reply", "sent"}}));
        return Done{};
    });
}

Result<Done> answer_oneself(sql::Database& database, const Act& act, std::string_view token,
                            const Answer& answer, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto link = sessions::find_link(db, news_link, token, act.at);
        const auto found = link ? find_both(db, NewsId{link->subject}) : std::nullopt;
        if (!found) return Refusal{"outcomes.not_there"};
        if (found->news.answered) return Refusal{"outcomes.answered_already"};
        return write_answer(db, act, *found, answer, true, today);
    });
}

}  // namespace fabnum::outcomes
