// GET /messages: for the team, each thread with its last words; a young person has only one, and is in it.

#include "base/text.h"
#include "design/page.h"
#include "features/messages/pages/message_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::messages {

using namespace html;

namespace {

constexpr std::size_t shown_of_a_message = 90;

}  // namespace

http::Response messages(Room& room, web::Visit& visit) {
    if (visit.actor().role == Role::Participant) return thread_page(room, visit, visit.actor().person);
    const auto& t = visit.words();
    struct Facts {
        std::vector<Thread> threads;
        std::vector<people::Face> silent;  // nobody wrote yet
    };
    const auto facts = room.database.read([&](const sql::Reader& db) {
        Facts found{.threads = threads(db, visit.actor()), .silent = {}};
        for (auto& face : people::with_role(db, Role::Participant, visit.actor().site, visit.today())) {
            bool wrote = false;
            for (const auto& one : found.threads) wrote = wrote || one.face.id == face.id;
            if (!wrote) found.silent.push_back(std::move(face));
        }
        return found;
    });
    auto body = design::heading({.title = t("messages.title"), .lead = p({t("messages.lead")})});
    Markup rows;
    for (const auto& one : facts.threads) {
        const std::string who = one.last.by == one.face.id ? "" : t("messages.you") + " ";
        rows += design::decision_row(
            {.person = design::Person{one.face.id.value, people::full_name(one.face)},
             .title = people::full_name(one.face),
             .detail = who + shortened(one.last.text, shown_of_a_message) + ", " +
                       t.day_from_today(clock::day_in(visit.visitor().zone, one.last.at), visit.today()),
             .tag = one.unread > 0
                        ? std::optional(design::Tag{design::Tone::Watch,
                                                    t("messages.unread", {{"count", one.unread}}), "mail"})
                        : std::nullopt,
             .to = Url("/messages") / one.face.id});
    }
    if (!rows.empty())
        body += design::card({.title = t("messages.threads"),
                              .body = ul({cls("rows"), html::role("list"), rows}),
                              .flush = true,
                              .quiet = true});
    Markup others;
    for (const auto& face : facts.silent)
        others += design::decision_row({.person = design::Person{face.id.value, people::full_name(face)},
                                        .title = people::full_name(face),
                                        .detail = t("messages.nothing_yet"),
                                        .to = Url("/messages") / face.id});
    if (!others.empty())
        body += design::card({.title = t("messages.write_to"),
                              .body = ul({cls("rows"), html::role("list"), others}),
                              .flush = true});
    if (rows.empty() && others.empty())
        body += design::empty_state(
            {.icon = "message-circle", .title = t("messages.none"), .sentence = t("messages.none_why")});
    return design::page(visit, {.title = t("messages.title"), .body = body, .here = "messages"});
}

}  // namespace fabnum::messages
