#include "features/messages/messages.h"

#include <chrono>

#include "features/messages/message_store.h"
#include "platform/clock/clock.h"
#include "platform/i18n/i18n.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"
#include "platform/mail/mail.h"

namespace fabnum::messages {

namespace {

using namespace std::chrono_literals;
constexpr std::string_view zone = "Europe/Paris";
constexpr auto left_to_be_read = 30min;  // a message read at once is no news

bool is_of_the_team(const Actor& actor) {
    return actor.role == Role::Coordinator || actor.role == Role::Fabmanager;
}

}  // namespace

bool may_open(const sql::Reader& db, const Actor& actor, PersonId person) {
    if (actor.role == Role::Participant) return actor.person == person;
    return is_of_the_team(actor) && people::visible_participant(db, actor, person).has_value();
}

std::vector<Message> thread(const sql::Reader& db, const Actor& actor, PersonId person, int most) {
    if (!may_open(db, actor, person)) return {};
    return store::of_person(db, person, most);
}

std::vector<Thread> threads(const sql::Reader& db, const Actor& actor) {
    if (!is_of_the_team(actor)) return {};
    const auto rows = store::of_site(db, actor.site, 200);
    std::vector<PersonId> ids;
    for (const auto& row : rows) ids.push_back(row.last.person);
    const auto faces = people::faces(db, ids);
    std::vector<Thread> found;
    for (const auto& row : rows)
        if (const auto face = faces.find(row.last.person); face != faces.end())
            found.push_back({face->second, row.last, row.unread});
    return found;
}

std::int64_t unread(const sql::Reader& db, const Actor& actor) {
    if (actor.role == Role::Participant) return store::unread_of_person(db, actor.person);
    return is_of_the_team(actor) ? store::unread_of_site(db, actor.site) : 0;
}

Result<Done> write(sql::Database& database, const Act& act, PersonId person, std::string_view text) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_open(db, act.by, person)) return Refusal{"messages.not_there"};
        const auto id = store::insert(db,
                                      {.id = {},
                                       .person = person,
                                       .by = act.by.person,
                                       .text = std::string(text),
                                       .at = act.at,
                                       .read_at = {},
                                       .read_by = {}},
                                      act.by.site);
        // Whoever answers has read.
        if (act.by.person == person)
            store::set_read_by_person(db, person, act.at);
        else
            store::set_read_by_team(db, person, act.by.person, act.at);
        journal::record(db, {.act = act,
                             .action = "message.written",
                             .subject_kind = "message",
                             .subject = id.value,
                             .site = act.by.site,
                             .before = "",
                             .after = ""});
        return Done{};
    });
}

void mark_read(sql::Database& database, const Act& act, PersonId person) {
    Act quiet = act;
    quiet.once.clear();
    (void)database.write(quiet, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_open(db, act.by, person)) return Refusal{"messages.not_there"};
        if (act.by.person == person)
            store::set_read_by_person(db, person, act.at);
        else
            store::set_read_by_team(db, person, act.by.person, act.at);
        return Done{};
    });
}

int send_notices(const sql::Writer& db, Instant now, std::string_view address) {
    const Day today = clock::day_in(zone, now);
    int sent = 0;
    for (const auto& [site, count] : store::waiting_since(db, now - left_to_be_read)) {
        const auto latest = store::latest_unread(db, site);
        for (const auto& face : people::with_role(db, Role::Coordinator, site, today)) {
            const auto notices = store::notices_of(db, face.id, today);
            if (!may_notify(clock::minutes_in(zone, now), notices.today)) continue;
            if (notices.last && latest && *latest < *notices.last) continue;  // told already
            const auto person = people::find(db, face.id);
            if (!person || !person->mail) continue;
            const i18n::Words t(person->voice);
            mail::post(db,
                       {.to = *person->mail,
                        .to_name = people::full_name(*person),
                        .subject = t("messages.letter.subject", {{"count", count}}),
                        .paragraphs = {t("messages.letter.text", {{"count", count}})},
                        .link_words = t("messages.letter.do"),
                        .link = std::string(address) + "/messages",
                        .footer = t("messages.letter.why"),
                        .about_kind = "message",
                        .site = site},
                       now);
            store::insert_notice(db, face.id, today, now);
            ++sent;
        }
    }
    return sent;
}

std::int64_t forget(const sql::Writer& db, Instant before) {
    return store::remove_before(db, before);
}

}  // namespace fabnum::messages
