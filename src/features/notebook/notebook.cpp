#include "features/notebook/notebook.h"

#include <algorithm>

#include "features/notebook/notebook_entry.h"
#include "features/notebook/notebook_store.h"

namespace fabnum::notebook {

bool may_open(const sql::Reader& db, const Actor& actor, PersonId person) {
    if (actor.role == Role::Participant) return actor.person == person;
    if (actor.role != Role::Coordinator && actor.role != Role::Fabmanager) return false;
    return people::visible_participant(db, actor, person).has_value();
}

Notebook open_for(const sql::Reader& db, const Actor& actor, PersonId person, int most_checkins) {
    if (!may_open(db, actor, person)) return {};
    const bool oneself = actor.person == person;
    Notebook found{.goals = store::goals_of(db, person), .notes = {}, .checkins = {}};
    for (Note& note : store::notes_of(db, person))
        if (may_read(note.reading, actor.role, oneself)) found.notes.push_back(std::move(note));
    if (oneself || actor.role == Role::Coordinator)
        for (Checkin& one : store::checkins_of(db, person, most_checkins))
            if (oneself || one.shared) found.checkins.push_back(std::move(one));
    return found;
}

std::vector<Checkin> who_wants_to_talk(const sql::Reader& db, const Actor& actor) {
    if (actor.role != Role::Coordinator) return {};
    auto wanted = store::talks_wanted(db, actor.site);
    // What was not shared stays with whoever wrote it: only the wish to talk is said.
    for (Checkin& one : wanted)
        if (!one.shared) one.own_words.clear();
    return wanted;
}

std::int64_t forget_notes(const sql::Writer& db, const Act& act, Day today) {
    const auto gone = store::remove_notes_ended_before(db, today);
    if (gone > 0)
        journal::record(db, {.act = act,
                             .action = "path.notes_forgotten",
                             .subject_kind = "notebook",
                             .after = json::object({{"count", gone}})});
    return gone;
}

Result<Done> write_note(sql::Database& database, const Act& act, const NewNote& note, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        if (!may_open(db, act.by, note.person)) return Refusal{"notebook.not_there"};
        if (!may_write(note.reading, act.by.role)) return Refusal{"notebook.not_for_them"};
        const auto cohort = cohorts::of_person(db, note.person, today);
        const Day ends = last_day(note.keep, today, cohort ? cohort->ends : today);
        const auto id = store::insert_note(db, {.id = {},
                                                .person = note.person,
                                                .site = act.by.site,
                                                .reading = note.reading,
                                                .text = note.text,
                                                .by = act.by.person,
                                                .written = today,
                                                .ends = ends});
        // The journal says that there is a note, never what it says.
        line(db, act, "path.note_written", note.person,
             json::object({{"note", id}, {"reading", word_of(note.reading)}, {"until", ends}}));
        return Done{};
    });
}

Result<Done> erase_note(sql::Database& database, const Act& act, NoteId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto note = store::note(db, id);
        if (!note || !may_open(db, act.by, note->person)) return Refusal{"notebook.not_there"};
        if (note->by != act.by.person) return Refusal{"notebook.not_your_note"};
        store::remove_note(db, id);
        line(db, act, "path.note_erased", note->person, json::object({{"note", id}}));
        return Done{};
    });
}

Result<Done> check_in(sql::Database& database, const Act& act, const Checkin& checkin) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        Checkin one = checkin;
        one.person = act.by.person;
        one.at = act.at;
        const auto id = store::insert_checkin(db, one, act.by.site);
        line(db, act, "path.checked_in", one.person, json::object({{"checkin", id}, {"shared", one.shared}}));
        return Done{};
    });
}

Result<Done> share_checkin(sql::Database& database, const Act& act, CheckinId id, bool shared) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::checkin(db, id);
        if (!one || one->person != act.by.person) return Refusal{"notebook.not_there"};
        store::set_shared(db, id, shared);
        line(db, act, shared ? "path.checkin_shared" : "path.checkin_kept", one->person,
             json::object({{"checkin", id}}));
        return Done{};
    });
}

Result<Done> talked(sql::Database& database, const Act& act, CheckinId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto one = store::checkin(db, id);
        if (!one || act.by.role != Role::Coordinator || !may_open(db, act.by, one->person))
            return Refusal{"notebook.not_there"};
        if (!store::set_talked(db, id)) return Refusal{"notebook.moved_meanwhile"};
        line(db, act, "path.talked", one->person, json::object({{"checkin", id}}));
        return Done{};
    });
}

}  // namespace fabnum::notebook
