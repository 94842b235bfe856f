#pragma once

// A product of one room, to try the house that answers: notes that staff write, and a page that breaks.

#include <string>

#include <gtest/gtest.h>

#include "platform/journal/journal.h"
#include "platform/web/house.h"
#include "tests/support/engines.h"

namespace fabnum::web {

// Believes the cookie "role"; breaks when it is asked to.
class BelievingDoorman : public Doorman {
 public:
    Visitor recognise(const http::Request& request, Instant) override {
        ++asked;
        const auto role = request.cookies.get("role");
        if (role == "broken") throw std::runtime_error("the doorman fell asleep");
        Visitor visitor;
        visitor.actor.role = role_from_word(role);
        if (visitor.actor.role != Role::Anyone) visitor.actor.person = PersonId{7};
        return visitor;
    }
    int asked = 0;
};

struct Notebook {
    sql::Database& database;
};

inline Result<Done> write_note(Notebook& room, const Act& act, std::string_view words) {
    return room.database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        journal::record(db, {.act = act, .action = "note.written", .subject_kind = "note", .subject = 1});
        if (words == "refused") return Refusal{"notes.refused"};
        if (words == "broken") throw std::runtime_error("the secret words of the database");
        return Done{};
    });
}

inline std::int64_t notes_in(Notebook& room) {
    return room.database.read([](const sql::Reader& db) { return journal::count(db, {}); });
}

inline http::Response read_notes(Notebook&, Visit& visit) {
    if (!visit.heard()) return http::page("notes");
    std::string heard = "heard " + visit.heard()->key;
    for (const auto& [name, value] : visit.heard()->facts) heard += " " + value;
    return http::page(heard);
}
inline http::Response write_note_now(Notebook& room, Visit& visit) {
    const auto words = visit.request().form.get("words");
    if (!write_note(room, visit.act(), words)) return http::page("again", 422);
    visit.say("notes.said.written", {{"words", std::string(words)}});
    return http::see_other(html::Url("/notes") / std::to_string(notes_in(room)));
}
inline http::Response show_note(Notebook&, Visit&, Id<struct NoteTag> id) {
    return http::page("note " + std::to_string(id.value));
}
inline http::Response greet(Notebook&, Visit&) {
    return http::page("welcome");
}
inline http::Response kept(Notebook&, Visit&) {
    return http::page("kept").with("Cache-Control", "public");
}
inline http::Response leads_on(Notebook&, Visit&) {
    return http::see_other(html::Url("/notes"));
}

class HouseOfNotes : public testing::Test {
 protected:
    HouseOfNotes() {
        Table<Notebook> at{routes, room};
        at.get("/", Access::anyone(), greet);
        at.plain("/robots.txt", kept);
        at.post("/", Access::anyone(), greet);
        at.get("/notes", Access::staff(), read_notes);
        at.get("/notes/{}", Access::staff(), show_note);
        at.get("/carnet", Access::staff(), leads_on);
        at.post("/notes", Access::staff(), write_note_now, {.form = 100, .files = 2000});
    }

    static http::Request request(http::Method method, std::string path,
                                 std::string_view role = "fabmanager") {
        http::Request made;
        made.method = method;
        made.path = std::move(path);
        made.host = "fabnum.example";
        made.id = "request-42";
        if (!role.empty()) made.cookies.add("role", std::string(role));
        return made;
    }
    static http::Request get(std::string path, std::string_view role = "fabmanager") {
        return request(http::Method::Get, std::move(path), role);
    }
    static http::Request post(std::string words, std::string_view role = "fabmanager") {
        auto made = request(http::Method::Post, "/notes", role);
        made.headers.add("Sec-Fetch-Site", "same-origin");
        made.form.add("once", "abcdefghijklmnopqrstuvwxyz");
        made.form.add("words", std::move(words));
        return made;
    }
    http::Response answer(const http::Request& asked, int status = 0) { return house.answer(asked, status); }
    static std::string body_of(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    static std::string location_of(const http::Response& response) {
        return std::string(response.headers.get("Location"));
    }
    std::int64_t notes() { return notes_in(room); }

    // Everything the page of a trouble is told, one line each.
    static std::string page_of(Visit&, const Trouble& trouble) {
        std::string page = trouble.key + "\n" + trouble.request_id + "\n";
        for (const auto& [name, value] : trouble.typed) page += name + "=" + value + "\n";
        return page;
    }

    support::FreshDatabase fresh{sql::Engine::Sqlite};
    Notebook room{*fresh};
    Routes routes;
    BelievingDoorman doorman;
    clock::Fixed time{clock::paris(2026, 11, 24)};
    House house{routes, doorman, *fresh, time, page_of, {.public_address = "https://notes.example"}};
};

}  // namespace fabnum::web
