// What was made: the time spent, what did not work, the photos, the quality checks, the sheet.

#include "features/projects/project_entry.h"
#include "features/projects/project_store.h"
#include "features/projects/projects.h"
#include "platform/json/json.h"

namespace fabnum::projects {

Result<Done> note_work(sql::Database& database, const Act& act, ProjectId id, StepId step,
                       const std::vector<PersonId>& people, Day day, int minutes, Day today) {
    if (minutes < 5 || minutes > 720) return Refusal{"projects.minutes"};
    if (day > today) return Refusal{"projects.day_to_come"};
    if (people.empty()) return Refusal{"projects.who"};
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::has_step(db, id, step)) return Refusal{"projects.not_there"};
        if (day < project->started) return Refusal{"projects.day_before"};
        const bool leads = may_lead(act.by, store::turn_of(db, id, act.by.person).value_or(Turn::Member));
        for (const PersonId person : people) {
            if (!leads && person != act.by.person) return Refusal{"projects.own_work_only"};
            if (!store::turn_of(db, id, person)) return Refusal{"projects.team_only"};
            store::insert_work(db, id, {.step = step, .person = person, .day = day, .minutes = minutes},
                               act.by.person);
        }
        note(db, act, "project.work_noted", *project, {},
             json::object({{"step", step},
                           {"people", static_cast<int>(people.size())},
                           {"minutes", minutes},
                           {"day", day}}));
        return Done{};
    });
}

Result<Done> note_try(sql::Database& database, const files::Cabinet& cabinet, const Act& act, ProjectId id,
                      const NewTry& one, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::has_step(db, id, one.step)) return Refusal{"projects.not_there"};
        Try row{.id = {},
                .step = one.step,
                .day = today,
                .what_happened = one.what_happened,
                .what_changed = one.what_changed,
                .photo = {},
                .noted_by = act.by.person};
        if (one.photo) row.photo = cabinet.keep(db, *one.photo, act.at);
        store::insert_try(db, id, row);
        note(db, act, "project.try_noted", *project, {}, json::object({{"step", one.step}}));
        return Done{};
    });
}

Result<PhotoId> add_photo(sql::Database& database, const files::Cabinet& cabinet, const Act& act,
                          ProjectId id, const NewPhoto& photo, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<PhotoId> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (photo.step && !store::has_step(db, id, photo.step)) return Refusal{"projects.not_there"};
        Photo row;
        row.step = photo.step;
        row.file = cabinet.keep(db, photo.file, act.at);
        row.description = photo.description;
        row.shows_people = photo.shows_people;
        row.taken_by = act.by.person;
        row.taken_at = act.at;
        const auto made = store::insert_photo(db, id, row);
        note(db, act, "project.photo_added", *project, {}, json::object({{"photo", made}}));
        return made;
    });
}

Result<Done> let_publish(sql::Database& database, const Act& act, ProjectId id, PhotoId photo, bool may,
                         Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = store::find(db, id);
        if (!project || !may_see(db, act.by, *project, today) || !is_staff(act.by))
            return Refusal{"projects.staff_only"};
        if (!store::set_may_publish(db, id, photo, may)) return Refusal{"projects.not_there"};
        note(db, act, "project.photo_publishing", *project, {},
             json::object({{"photo", photo}, {"may_publish", may}}));
        return Done{};
    });
}

Result<Done> add_check(sql::Database& database, const Act& act, ProjectId id, std::string_view what,
                       Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        const auto checks = store::checks(db, id);
        if (checks.size() >= 30) return Refusal{"projects.enough_checks"};
        store::insert_check(db, id, static_cast<int>(checks.size()) + 1, what);
        note(db, act, "project.check_added", *project, {}, json::object({{"what", what}}));
        return Done{};
    });
}

Result<Done> set_check(sql::Database& database, const Act& act, ProjectId id, CheckId check,
                       std::optional<bool> passed, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = entitled(db, act.by, id, Right::Work, today);
        if (!project) return project.refusal();
        if (!store::set_check(db, id, check, passed, act.by.person, act.at))
            return Refusal{"projects.not_there"};
        note(db, act, "project.checked", *project, {}, json::object({{"check", check}, {"passed", passed}}));
        return Done{};
    });
}

Result<Done> write_sheet(sql::Database& database, const Act& act, ProjectId id, std::string_view summary,
                         std::string_view licence, bool ready, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto project = store::find(db, id);
        if (!project || !may_see(db, act.by, *project, today)) return Refusal{"projects.not_there"};
        if (!may_work(act.by, store::turn_of(db, id, act.by.person))) return Refusal{"projects.team_only"};
        if (ready && !is_staff(act.by)) return Refusal{"projects.staff_only"};
        if (ready && (summary.empty() || licence.empty())) return Refusal{"projects.sheet_unfinished"};
        store::set_sheet(db, id, summary, licence, ready);
        note(db, act, "project.sheet_written", *project, {},
             json::object({{"licence", licence}, {"ready", ready}}));
        return Done{};
    });
}

}  // namespace fabnum::projects
