// GET /messages/{}: what a young person and the team wrote, the latest below, and a field to answer. Opening
// it says that one has read.

#include "design/page.h"
#include "features/messages/pages/message_pages.h"
#include "platform/clock/clock.h"

namespace fabnum::messages {

using namespace html;

namespace {

struct Facts {
    bool open = false;
    std::optional<people::Face> face;
    std::vector<Message> thread;
    std::map<PersonId, people::Face> writers;
};

Facts facts_for(Room& room, const web::Visit& visit, PersonId person) {
    return room.database.read([&](const sql::Reader& db) {
        Facts found;
        found.open = may_open(db, visit.actor(), person);
        if (!found.open) return found;
        found.thread = thread(db, visit.actor(), person);
        std::vector<PersonId> ids = {person};
        for (const auto& one : found.thread) {
            ids.push_back(one.by);
            if (one.read_by) ids.push_back(one.read_by);
        }
        found.writers = people::faces(db, ids);
        if (const auto face = found.writers.find(person); face != found.writers.end())
            found.face = face->second;
        return found;
    });
}

std::string when_of(Instant at, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto& zone = visit.visitor().zone;
    return t.day_from_today(clock::day_in(zone, at), visit.today()) + ", " +
           t.time(clock::minutes_in(zone, at));
}

Markup bubble(const Message& one, const Facts& facts, const web::Visit& visit) {
    const auto& t = visit.words();
    const auto writer = facts.writers.find(one.by);
    const std::string name =
        writer == facts.writers.end() ? std::string() : people::short_name(writer->second);
    // The team speaks with one voice to the young person; on its own side, each sees who wrote.
    const bool team_side = visit.actor().role != Role::Participant;
    const bool mine = team_side ? one.by != one.person : one.by == one.person;
    Markup receipt;
    if (mine)
        receipt =
            small({cls("soft"), one.read_at ? t("messages.read", {{"when", when_of(*one.read_at, visit)}})
                                            : t("messages.not_read")});
    return design::message({.from = {one.by.value, name},
                            .when = when_of(one.at, visit),
                            .body = p({cls("message-text"), one.text}),
                            .action = receipt,
                            .mine = mine});
}

http::Response show(web::Visit& visit, const Facts& facts, PersonId person, const forms::Form& form,
                    int status = 200) {
    const auto& t = visit.words();
    const bool team_side = visit.actor().role != Role::Participant;
    const std::string title = team_side && facts.face ? t("messages.with", {{"name", facts.face->given_name}})
                                                      : t("messages.title");
    auto body = design::heading(
        {.title = title,
         .lead = p({t(team_side ? "messages.thread_lead_team" : "messages.thread_lead")}),
         .aside = team_side
                      ? design::link_button(
                            {.word = t("messages.path"), .icon = "route", .look = design::Look::Outline},
                            Url("/jeunes") / person)
                      : design::listen_button(t),
         .above = team_side ? design::back_link({t("messages.title"), Url("/messages")}) : Markup()});
    body += design::mistakes(form, t);
    Markup bubbles;
    for (const auto& one : facts.thread) bubbles += bubble(one, facts, visit);
    if (bubbles.empty())
        bubbles =
            design::empty_state({.icon = "message-circle",
                                 .title = t("messages.nothing_yet"),
                                 .sentence = t(team_side ? "messages.none_why" : "messages.first_words")});
    body += div({cls("thread"), bubbles});
    body += design::card(
        {.title = t("messages.answer"),
         .body = design::sending(
             Url("/messages") / person,
             design::field(form,
                           {.name = "text",
                            .label = t("messages.answer"),
                            .input = design::Input::Area,
                            .rows = 3,
                            .most_characters = 1000},
                           t) +
                 design::button({.word = t("messages.send"), .icon = "send", .wide = !team_side})),
         .quiet = true,
         .id = "repondre"});
    return design::page(
        visit,
        {.title = design::form_title(form, title, t), .body = body, .here = "messages", .status = status});
}

http::Response not_there(web::Visit& visit) {
    return design::refused(visit, {"messages.not_there"}, Url("/messages"), "messages");
}

}  // namespace

http::Response thread_page(Room& room, web::Visit& visit, PersonId person) {
    const auto facts = facts_for(room, visit, person);
    if (!facts.open) return not_there(visit);
    mark_read(room.database, visit.act(), person);
    return show(visit, facts, person, forms::Form());
}

http::Response message_send(Room& room, web::Visit& visit, PersonId person) {
    const auto facts = facts_for(room, visit, person);
    if (!facts.open) return not_there(visit);
    forms::Form form(visit);
    const auto text = form.paragraph("text", {.most = 1000, .missing = "messages.missing"});
    if (!form.is_good()) return show(visit, facts, person, form, 422);
    const auto sent = write(room.database, visit.act(), person, text);
    const Url to = visit.actor().role == Role::Participant ? Url("/messages") : Url("/messages") / person;
    if (!sent) return design::refused(visit, sent.refusal(), to, "messages");
    visit.say("messages.said.sent");
    return http::see_other(to);
}

}  // namespace fabnum::messages
