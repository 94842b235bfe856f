#include "features/projects/project_store.h"

namespace fabnum::projects::store {

namespace {

Project project_from(sql::Row& row) {
    return Project{.id = row.take<ProjectId>(),
                   .site = row.take<SiteId>(),
                   .cohort = row.take<cohorts::CohortId>(),
                   .title = row.take<std::string>(),
                   .template_name = row.take<std::string>(),
                   .due = row.take<std::optional<Day>>(),
                   .started = row.take<Day>(),
                   .ended = row.take<std::optional<Day>>(),
                   .summary = row.take<std::string>(),
                   .licence = row.take<std::string>(),
                   .sheet_ready = row.take<bool>()};
}

Step step_from(sql::Row& row) {
    return Step{.id = row.take<StepId>(),
                .project = row.take<ProjectId>(),
                .position = row.take<int>(),
                .kind = activity_from(row.take<std::string>()),
                .title = row.take<std::string>(),
                .state = step_state_from(row.take<std::string>())};
}

// "$1, $2, $3" and the values behind them.
std::string list_of(const std::vector<ProjectId>& ids, sql::Values& values) {
    std::string list;
    for (const ProjectId id : ids) {
        values.emplace_back(id);
        list += (list.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    return list;
}

}  // namespace

std::optional<Project> find(const sql::Reader& db, ProjectId id) {
    return db.one(project_from, {id}, R"sql(
        SELECT id, site_id, cohort_id, title, template, due_on, started_on, ended_on, summary, licence, sheet_ready
          FROM projects
         WHERE id = $1)sql");
}

std::vector<Project> with_ids(const sql::Reader& db, const std::vector<ProjectId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    const auto list = list_of(ids, values);
    return db.all(project_from, values, R"sql(
        SELECT id, site_id, cohort_id, title, template, due_on, started_on, ended_on, summary, licence, sheet_ready
          FROM projects
         WHERE id IN ()sql" + list + ")");
}

std::vector<MemberRow> members(const sql::Reader& db, const std::vector<ProjectId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    const auto list = list_of(ids, values);
    return db.all(
        [](sql::Row& row) {
            return MemberRow{row.take<ProjectId>(), row.take<PersonId>(), turn_from(row.take<std::string>())};
        },
        values, "SELECT project_id, person_id, role FROM project_members WHERE project_id IN (" + list + ")");
}

std::optional<Turn> turn_of(const sql::Reader& db, ProjectId id, PersonId person) {
    return db.one([](sql::Row& row) { return turn_from(row.take<std::string>()); }, {id, person}, R"sql(
        SELECT role FROM project_members WHERE project_id = $1 AND person_id = $2)sql");
}

std::vector<Step> steps(const sql::Reader& db, const std::vector<ProjectId>& ids) {
    if (ids.empty()) return {};
    sql::Values values;
    const auto list = list_of(ids, values);
    return db.all(step_from, values,
                  R"sql(
        SELECT id, project_id, position, kind, title, state
          FROM project_steps
         WHERE project_id IN ()sql" +
                      list + ") ORDER BY project_id, position, id");
}

std::vector<std::pair<StepId, PersonId>> planned(const sql::Reader& db, ProjectId id) {
    return db.all(
        [](sql::Row& row) {
            const auto step = row.take<StepId>();
            return std::pair(step, row.take<PersonId>());
        },
        {id}, R"sql(
        SELECT sp.step_id, sp.person_id
          FROM project_steps s
          JOIN project_step_people sp ON sp.step_id = s.id
         WHERE s.project_id = $1)sql");
}

std::vector<Work> work(const sql::Reader& db, ProjectId id) {
    return db.all(
        [](sql::Row& row) {
            return Work{row.take<StepId>(), row.take<PersonId>(), row.take<Day>(), row.take<int>()};
        },
        {id}, R"sql(
        SELECT step_id, person_id, on_day, minutes FROM project_work WHERE project_id = $1 ORDER BY on_day, id)sql");
}

std::vector<Try> tries(const sql::Reader& db, ProjectId id) {
    return db.all(
        [](sql::Row& row) {
            return Try{.id = row.take<TryId>(),
                       .step = row.take<StepId>(),
                       .day = row.take<Day>(),
                       .what_happened = row.take<std::string>(),
                       .what_changed = row.take<std::string>(),
                       .photo = row.take<files::FileId>(),
                       .noted_by = row.take<PersonId>()};
        },
        {id}, R"sql(
        SELECT id, step_id, on_day, what_happened, what_changed, file_id, noted_by
          FROM project_tries
         WHERE project_id = $1
         ORDER BY on_day DESC, id DESC)sql");
}

std::vector<Photo> photos(const sql::Reader& db, ProjectId id) {
    return db.all(
        [](sql::Row& row) {
            return Photo{.id = row.take<PhotoId>(),
                         .step = row.take<StepId>(),
                         .file = row.take<files::FileId>(),
                         .description = row.take<std::string>(),
                         .shows_people = row.take<bool>(),
                         .may_publish = row.take<bool>(),
                         .taken_by = row.take<PersonId>(),
                         .taken_at = row.take<Instant>()};
        },
        {id}, R"sql(
        SELECT id, step_id, file_id, description, shows_people, may_publish, taken_by, taken_at
          FROM project_photos
         WHERE project_id = $1
         ORDER BY taken_at DESC, id DESC)sql");
}

std::vector<Check> checks(const sql::Reader& db, ProjectId id) {
    return db.all(
        [](sql::Row& row) {
            return Check{.id = row.take<CheckId>(),
                         .what = row.take<std::string>(),
                         .passed = row.take<std::optional<bool>>(),
                         .checked_by = row.take<PersonId>()};
        },
        {id}, R"sql(
        SELECT id, what, passed, checked_by FROM project_checks WHERE project_id = $1 ORDER BY position, id)sql");
}

std::vector<ProjectId> under_way_of(const sql::Reader& db, PersonId person) {
    return db.all([](sql::Row& row) { return row.take<ProjectId>(); }, {person}, R"sql(
        SELECT p.id
          FROM project_members m
          JOIN projects p ON p.id = m.project_id
         WHERE m.person_id = $1 AND p.ended_on IS NULL
         ORDER BY p.due_on NULLS LAST, p.id)sql");
}

std::vector<ProjectId> all_of(const sql::Reader& db, PersonId person) {
    return db.all([](sql::Row& row) { return row.take<ProjectId>(); }, {person}, R"sql(
        SELECT project_id FROM project_members WHERE person_id = $1)sql");
}

std::vector<ShareRow> shares(const sql::Reader& db, cohorts::CohortId cohort) {
    return db.all(
        [](sql::Row& row) {
            return ShareRow{row.take<PersonId>(), activity_from(row.take<std::string>()), row.take<int>()};
        },
        {cohort}, R"sql(
        SELECT w.person_id, s.kind, CAST(sum(w.minutes) AS BIGINT)
          FROM projects p
          JOIN project_work w ON w.project_id = p.id
          JOIN project_steps s ON s.id = w.step_id
         WHERE p.cohort_id = $1
         GROUP BY w.person_id, s.kind)sql");
}

std::vector<TurnRow> turn_rows(const sql::Reader& db, cohorts::CohortId cohort, Turn turn,
                               ProjectId project) {
    return db.all(
        [](sql::Row& row) {
            return TurnRow{row.take<PersonId>(), row.take<int>(), row.take<std::optional<Day>>(),
                           row.take<int>()};
        },
        {cohort, word_of(turn), project.value}, R"sql(
        SELECT t.person_id,
               CAST(sum(t.took) AS BIGINT),
               max(CASE WHEN t.took = 1 THEN t.on_day END),
               CAST(sum(CASE WHEN t.took = 0 AND t.project_id = $3 THEN 1 ELSE 0 END) AS BIGINT)
          FROM projects p
          JOIN project_turns t ON t.project_id = p.id
         WHERE p.cohort_id = $1 AND t.role = $2
         GROUP BY t.person_id)sql");
}

std::vector<PersonId> holders_under_way(const sql::Reader& db, cohorts::CohortId cohort, Turn turn) {
    return db.all([](sql::Row& row) { return row.take<PersonId>(); }, {cohort, word_of(turn)}, R"sql(
        SELECT m.person_id
          FROM projects p
          JOIN project_members m ON m.project_id = p.id
         WHERE p.cohort_id = $1 AND p.ended_on IS NULL AND m.role = $2)sql");
}

ProjectId insert(const sql::Writer& db, const NewProject& project, Day today) {
    return db.insert<ProjectId>(
        {project.site, project.cohort, project.title, project.kind_of_order, project.due, today},
        R"sql(
        INSERT INTO projects (site_id, cohort_id, title, template, due_on, started_on)
        VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id)sql");
}

void set_ended(const sql::Writer& db, ProjectId id, Day day) {
    db.run({id, day}, "UPDATE projects SET ended_on = $2 WHERE id = $1");
}

void set_sheet(const sql::Writer& db, ProjectId id, std::string_view summary, std::string_view licence,
               bool ready) {
    db.run({id, summary, licence, ready}, R"sql(
        UPDATE projects SET summary = $2, licence = $3, sheet_ready = $4 WHERE id = $1)sql");
}

void set_team(const sql::Writer& db, ProjectId id, const Team& team) {
    db.run({id}, "DELETE FROM project_members WHERE project_id = $1");
    for (const PersonId person : team.members) {
        const Turn turn = person == team.lead       ? Turn::Lead
                          : person == team.referent ? Turn::Referent
                                                    : Turn::Member;
        db.run({id, person, word_of(turn)}, R"sql(
            INSERT INTO project_members (project_id, person_id, role) VALUES ($1, $2, $3))sql");
    }
}

void set_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn) {
    db.run({id, person, word_of(turn)}, R"sql(
        UPDATE project_members SET role = $3 WHERE project_id = $1 AND person_id = $2)sql");
}

void insert_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn, bool took, Day day) {
    db.run({id, person, word_of(turn), took, day}, R"sql(
        INSERT INTO project_turns (project_id, person_id, role, took, on_day) VALUES ($1, $2, $3, $4, $5))sql");
}

void pass_turn(const sql::Writer& db, ProjectId id, PersonId person, Turn turn, Day day) {
    const auto undone = db.run({id, person, word_of(turn), day}, R"sql(
        UPDATE project_turns SET took = 0, on_day = $4 WHERE project_id = $1 AND person_id = $2 AND role = $3)sql");
    if (undone == 0) insert_turn(db, id, person, turn, false, day);
}

StepId insert_step(const sql::Writer& db, ProjectId id, int position, Activity kind, std::string_view title) {
    return db.insert<StepId>({id, position, word_of(kind), title}, R"sql(
        INSERT INTO project_steps (project_id, position, kind, title, state)
        VALUES ($1, $2, $3, $4, 'todo')
     RETURNING id)sql");
}

bool advance_step(const sql::Writer& db, ProjectId id, StepId step, StepState from, StepState to) {
    return db.run({step, id, word_of(from), word_of(to)}, R"sql(
        UPDATE project_steps SET state = $4 WHERE id = $1 AND project_id = $2 AND state = $3)sql") == 1;
}

bool set_step_title(const sql::Writer& db, ProjectId id, StepId step, std::string_view title) {
    return db.run({step, id, title}, R"sql(
        UPDATE project_steps SET title = $3 WHERE id = $1 AND project_id = $2)sql") == 1;
}

bool remove_step(const sql::Writer& db, ProjectId id, StepId step) {
    db.run({step}, "DELETE FROM project_step_people WHERE step_id = $1");
    return db.run({step, id}, "DELETE FROM project_steps WHERE id = $1 AND project_id = $2") == 1;
}

Deeds deeds_since(const sql::Reader& db, PersonId person, Day since) {
    Deeds deeds;
    db.each(
        [&](sql::Row& row) {
            const auto kind = activity_from(row.take<std::string>());
            deeds.minutes[static_cast<std::size_t>(kind)] += row.take<int>();
        },
        {person, since}, R"sql(
        SELECT s.kind, CAST(sum(w.minutes) AS BIGINT)
          FROM project_work w
          JOIN project_steps s ON s.id = w.step_id
         WHERE w.person_id = $1 AND w.on_day >= $2
         GROUP BY s.kind)sql");
    deeds.tries = db.value<int>({person, since}, R"sql(
        SELECT count(*)
          FROM project_members m
          JOIN project_tries t ON t.project_id = m.project_id
         WHERE m.person_id = $1 AND t.noted_by = $1 AND t.on_day >= $2)sql");
    const Instant from{since.date.time_since_epoch().count() * std::int64_t{86'400'000'000}};
    deeds.photos = db.value<int>({person, from}, R"sql(
        SELECT count(*)
          FROM project_members m
          JOIN project_photos p ON p.project_id = m.project_id
         WHERE m.person_id = $1 AND p.taken_by = $1 AND p.taken_at >= $2)sql");
    deeds.missions = db.all(
        [](sql::Row& row) {
            return Deeds::Mission{.id = row.take<ProjectId>(),
                                  .title = row.take<std::string>(),
                                  .turn = turn_from(row.take<std::string>())};
        },
        {person, since}, R"sql(
        SELECT p.id, p.title, m.role
          FROM project_members m
          JOIN projects p ON p.id = m.project_id
         WHERE m.person_id = $1 AND COALESCE(p.ended_on, $2) >= $2
         ORDER BY p.started_on DESC, p.id DESC)sql");
    return deeds;
}

bool has_step(const sql::Reader& db, ProjectId id, StepId step) {
    return db.value<std::int64_t>({step, id}, R"sql(
        SELECT count(*) FROM project_steps WHERE id = $1 AND project_id = $2)sql") == 1;
}

bool is_step_used(const sql::Reader& db, StepId step) {
    return db.value<std::int64_t>({step}, R"sql(
        SELECT (SELECT count(*) FROM project_work WHERE step_id = $1)
             + (SELECT count(*) FROM project_tries WHERE step_id = $1)
             + (SELECT count(*) FROM project_photos WHERE step_id = $1))sql") > 0;
}

void set_planned(const sql::Writer& db, StepId step, const std::vector<PersonId>& people) {
    db.run({step}, "DELETE FROM project_step_people WHERE step_id = $1");
    for (const PersonId person : people)
        db.run({step, person}, "INSERT INTO project_step_people (step_id, person_id) VALUES ($1, $2)");
}

void insert_work(const sql::Writer& db, ProjectId id, const Work& work, PersonId noted_by) {
    db.run({id, work.step, work.person, work.day, work.minutes, noted_by}, R"sql(
        INSERT INTO project_work (project_id, step_id, person_id, on_day, minutes, noted_by)
        VALUES ($1, $2, $3, $4, $5, $6))sql");
}

void insert_try(const sql::Writer& db, ProjectId id, const Try& one) {
    db.run({id, one.step, one.day, one.what_happened, one.what_changed, one.photo, one.noted_by}, R"sql(
        INSERT INTO project_tries (project_id, step_id, on_day, what_happened, what_changed, file_id, noted_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql");
}

PhotoId insert_photo(const sql::Writer& db, ProjectId id, const Photo& photo) {
    return db.insert<PhotoId>(
        {id, photo.step, photo.file, photo.description, photo.shows_people, photo.taken_by, photo.taken_at},
        R"sql(
        INSERT INTO project_photos (project_id, step_id, file_id, description, shows_people, taken_by, taken_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
     RETURNING id)sql");
}

bool set_may_publish(const sql::Writer& db, ProjectId id, PhotoId photo, bool may) {
    return db.run({photo, id, may}, R"sql(
        UPDATE project_photos SET may_publish = $3 WHERE id = $1 AND project_id = $2)sql") == 1;
}

void insert_check(const sql::Writer& db, ProjectId id, int position, std::string_view what) {
    db.run({id, position, what},
           "INSERT INTO project_checks (project_id, position, what) VALUES ($1, $2, $3)");
}

bool set_check(const sql::Writer& db, ProjectId id, CheckId check, std::optional<bool> passed, PersonId by,
               Instant at) {
    return db.run({check, id, passed, by, at}, R"sql(
        UPDATE project_checks
           SET passed = $3, checked_by = $4, checked_at = $5
         WHERE id = $1 AND project_id = $2)sql") == 1;
}

}  // namespace fabnum::projects::store
