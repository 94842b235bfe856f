#include "features/imports/imports.h"

#include <algorithm>

#include "features/imports/import_store.h"
#include "platform/journal/journal.h"
#include "platform/json/json.h"

namespace fabnum::imports {

namespace {

bool may_import(const Actor& actor, SiteId site) {
    return actor.role == Role::Coordinator && reaches(actor, site);
}

std::vector<Known> roster(const sql::Reader& db, SiteId site) {
    std::vector<Known> all;
    for (auto& one : people::everybody(db, site)) all.push_back({std::move(one.person), one.here, one.young});
    return all;
}

Grid grid_in(const sql::Reader& db, ImportId id) {
    auto cells = cells_of(store::content(db, id));
    if (!cells) return {};
    const auto grid = grid_from(*cells);
    return grid ? *grid : Grid{};
}

// What is empty here and said in the file is taken, unless somebody says otherwise.
void choose_what_fills(const sql::Writer& db, ImportId id, const std::vector<Judged>& rows) {
    for (const Judged& one : rows)
        for (const Difference& difference : one.differences)
            if (difference.fills()) store::choose(db, id, {one.line, difference.column});
}

void note(const sql::Writer& db, const Act& act, std::string_view action, const Import& import,
          std::string after = {}) {
    journal::record(db, {.act = act,
                         .action = action,
                         .subject_kind = "import",
                         .subject = import.id.value,
                         .site = import.site,
                         .before = {},
                         .after = std::move(after)});
}

people::PersonFacts facts_after(const people::Person& here, const Judged& row, const Choices& chosen) {
    people::PersonFacts facts{.given_name = here.given_name,
                              .family_name = here.family_name,
                              .mail = here.mail,
                              .phone = here.phone,
                              .birth_day = here.birth_day};
    for (const Difference& one : row.differences) {
        if (!chosen.contains({row.line, one.column})) continue;
        switch (one.column) {
            case Column::None: break;
            case Column::GivenName: facts.given_name = row.facts.given_name; break;
            case Column::FamilyName: facts.family_name = row.facts.family_name; break;
            case Column::BirthDay: facts.birth_day = row.facts.birth_day; break;
            case Column::Mail: facts.mail = row.facts.mail; break;
            case Column::Phone: facts.phone = row.facts.phone; break;
        }
    }
    return facts;
}

bool takes_something(const Judged& row, const Choices& chosen) {
    return std::any_of(row.differences.begin(), row.differences.end(), [&](const Difference& one) {
        return chosen.contains({row.line, one.column});
    });
}

Result<Done> add_person(const sql::Writer& db, const Act& act, const Import& import, const Judged& row,
                        Day today) {
    const auto id = people::add(db, act,
                                {.given_name = row.facts.given_name,
                                 .family_name = row.facts.family_name,
                                 .mail = row.facts.mail,
                                 .phone = row.facts.phone,
                                 .birth_day = row.facts.birth_day,
                                 .voice = {.address = i18n::Address::Tu},
                                 .role = Role::Participant,
                                 .site = import.site},
                                today);
    if (!id) return id.refusal();
    store::note_person(db, import.id, *id, Verdict::New);
    return Done{};
}

Result<Done> change_person(const sql::Writer& db, const Act& act, const Import& import, const Judged& row,
                           const Choices& chosen, Day today) {
    const auto here = people::find(db, row.person);
    if (!here) return Refusal{"imports.moved_meanwhile"};
    const auto done = people::correct_within(db, act, row.person, facts_after(*here, row, chosen), today);
    if (done) store::note_person(db, import.id, row.person, Verdict::Changes);
    return done;
}

Result<Import> waiting(const sql::Reader& db, const Actor& actor, ImportId id) {
    const auto import = find(db, actor, id);
    if (!import) return Refusal{"imports.not_there"};
    if (import->state != ImportState::Waiting) return Refusal{"imports.moved_meanwhile"};
    return *import;
}

}  // namespace

std::vector<Import> imports_of(const sql::Reader& db, const Actor& actor) {
    if (!may_import(actor, actor.site)) return {};
    return store::of_site(db, actor.site);
}

std::optional<Import> find(const sql::Reader& db, const Actor& actor, ImportId id) {
    auto import = store::find(db, id);
    if (!import || !may_import(actor, import->site)) return std::nullopt;
    return import;
}

std::optional<DryRun> dry_run(const sql::Reader& db, const Actor& actor, ImportId id, Day today) {
    auto import = find(db, actor, id);
    if (!import || import->state != ImportState::Waiting) return std::nullopt;
    DryRun run{.import = *import,
               .grid = grid_in(db, id),
               .problem = problem_of(import->mapping),
               .rows = {},
               .counts = {},
               .chosen = store::choices(db, id)};
    if (run.problem) return run;
    run.rows = judged(run.grid, import->mapping, roster(db, import->site), today);
    run.counts = counts_of(run.rows);
    return run;
}

std::vector<Brought> people_of(const sql::Reader& db, ImportId id) {
    const auto rows = store::people(db, id);
    std::map<PersonId, people::Face> faces;
    constexpr std::size_t at_once = 500;
    for (std::size_t from = 0; from < rows.size(); from += at_once) {
        std::vector<PersonId> ids;
        for (std::size_t i = from; i < std::min(rows.size(), from + at_once); ++i)
            ids.push_back(rows[i].first);
        faces.merge(people::faces(db, ids));
    }
    std::vector<Brought> all;
    all.reserve(rows.size());
    for (const auto& [person, verdict] : rows)
        if (const auto face = faces.find(person); face != faces.end()) all.push_back({face->second, verdict});
    return all;
}

Result<ImportId> bring(sql::Database& database, const Act& act, std::string_view label, const Grid& grid,
                       Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<ImportId> {
        if (!may_import(act.by, act.by.site)) return Refusal{"imports.not_there"};
        Import import{.site = act.by.site, .by = act.by.person, .at = act.at, .label = std::string(label)};
        import.mapping = guessed(grid.headers);
        import.id = store::insert(db, import, as_text(grid));
        if (!problem_of(import.mapping))
            choose_what_fills(db, import.id, judged(grid, import.mapping, roster(db, import.site), today));
        return import.id;
    });
}

Result<Done> map_columns(sql::Database& database, const Act& act, ImportId id, const Mapping& mapping,
                         Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto import = waiting(db, act.by, id);
        if (!import) return import.refusal();
        if (mapping.size() != import->mapping.size()) return Refusal{"imports.moved_meanwhile"};
        if (const auto problem = problem_of(mapping)) return *problem;
        store::set_mapping(db, id, mapping);
        store::unchoose_all(db, id);
        choose_what_fills(db, id, judged(grid_in(db, id), mapping, roster(db, import->site), today));
        return Done{};
    });
}

Result<Done> choose(sql::Database& database, const Act& act, ImportId id,
                    const std::vector<std::size_t>& lines, const Choices& chosen) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto import = waiting(db, act.by, id);
        if (!import) return import.refusal();
        for (const std::size_t line : lines) store::unchoose(db, id, line);
        for (const Choice& one : chosen)
            if (std::find(lines.begin(), lines.end(), one.first) != lines.end()) store::choose(db, id, one);
        return Done{};
    });
}

Result<Counts> confirm(sql::Database& database, const Act& act, ImportId id, Day today) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Counts> {
        const auto import = waiting(db, act.by, id);
        if (!import) return import.refusal();
        const auto run = dry_run(db, act.by, id, today);
        if (!run || run->problem) return Refusal{"imports.problem.names"};
        Counts counts = run->counts;
        counts.changed = 0;
        for (const Judged& row : run->rows) {
            const bool changes = row.verdict == Verdict::Changes && takes_something(row, run->chosen);
            if (row.verdict != Verdict::New && !changes) continue;
            counts.changed += changes ? 1 : 0;
            const auto done = changes ? change_person(db, act, *import, row, run->chosen, today)
                                      : add_person(db, act, *import, row, today);
            if (!done) return done.refusal();
        }
        counts.same = run->rows.size() - counts.added - counts.changed - counts.refused;
        if (!store::end(db, id, ImportState::Done, counts, act.at)) return Refusal{"imports.moved_meanwhile"};
        note(db, act, "import.done", *import,
             json::object({{"added", static_cast<std::int64_t>(counts.added)},
                           {"changed", static_cast<std::int64_t>(counts.changed)},
                           {"refused", static_cast<std::int64_t>(counts.refused)}}));
        return counts;
    });
}

Result<Done> drop(sql::Database& database, const Act& act, ImportId id) {
    return database.write(act, [&](const sql::Writer& db) -> Result<Done> {
        const auto import = waiting(db, act.by, id);
        if (!import) return import.refusal();
        store::end(db, id, ImportState::Dropped, {}, act.at);
        note(db, act, "import.dropped", *import);
        return Done{};
    });
}

int drop_forgotten(const sql::Writer& db, Instant before) {
    const auto forgotten = store::waiting_since_before(db, before);
    for (const ImportId id : forgotten) store::end(db, id, ImportState::Dropped, {}, before);
    return static_cast<int>(forgotten.size());
}

}  // namespace fabnum::imports
