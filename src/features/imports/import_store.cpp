#include "features/imports/import_store.h"

#include "base/words.h"

namespace fabnum::imports::store {

namespace {

Mapping mapping_from(std::string_view text) {
    Mapping mapping;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        mapping.push_back(value_in(columns, text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    return mapping;
}

std::string text_of(const Mapping& mapping) {
    std::string text;
    for (const Column column : mapping) {
        if (!text.empty()) text += ',';
        text += word_in(columns, column);
    }
    return text;
}

Import import_from(sql::Row& row) {
    Import one;
    one.id = row.take<ImportId>();
    one.site = row.take<SiteId>();
    one.by = row.take<PersonId>();
    one.at = row.take<Instant>();
    one.label = row.take<std::string>();
    one.state = value_in(import_states, row.take<std::string>());
    one.mapping = mapping_from(row.take<std::string>());
    one.counts.added = static_cast<std::size_t>(row.take<std::int64_t>());
    one.counts.changed = static_cast<std::size_t>(row.take<std::int64_t>());
    one.counts.same = static_cast<std::size_t>(row.take<std::int64_t>());
    one.counts.refused = static_cast<std::size_t>(row.take<std::int64_t>());
    return one;
}

constexpr std::string_view import_columns =
    "SELECT id, site_id, brought_by, brought_at, label, state, mapping, added, changed, same, refused "
    "FROM imports ";

std::int64_t whole(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

}  // namespace

std::vector<Import> of_site(const sql::Reader& db, SiteId site) {
    return db.all(
        import_from, {site},
        std::string(import_columns) + "WHERE site_id = $1 ORDER BY brought_at DESC, id DESC LIMIT 50");
}

std::optional<Import> find(const sql::Reader& db, ImportId id) {
    return db.one(import_from, {id}, std::string(import_columns) + "WHERE id = $1");
}

std::string content(const sql::Reader& db, ImportId id) {
    return db.value<std::string>({id}, "SELECT content FROM imports WHERE id = $1");
}

ImportId insert(const sql::Writer& db, const Import& import, std::string_view content) {
    return db.insert<ImportId>(
        {import.site, import.by, import.at, import.label, content, text_of(import.mapping)},
        R"sql(
        INSERT INTO imports (site_id, brought_by, brought_at, label, content, mapping, state)
        VALUES ($1, $2, $3, $4, $5, $6, 'waiting')
     RETURNING id)sql");
}

void set_mapping(const sql::Writer& db, ImportId id, const Mapping& mapping) {
    db.run({id, text_of(mapping)}, "UPDATE imports SET mapping = $2 WHERE id = $1 AND state = 'waiting'");
}

bool end(const sql::Writer& db, ImportId id, ImportState state, const Counts& counts, Instant at) {
    const auto touched = db.run({id, word_in(import_states, state), at, whole(counts.added),
                                 whole(counts.changed), whole(counts.same), whole(counts.refused)},
                                R"sql(
        UPDATE imports
           SET state = $2, ended_at = $3, added = $4, changed = $5, same = $6, refused = $7, content = ''
         WHERE id = $1 AND state = 'waiting')sql");
    if (touched > 0) unchoose_all(db, id);
    return touched > 0;
}

std::vector<ImportId> waiting_since_before(const sql::Reader& db, Instant before) {
    return db.all([](sql::Row& row) { return row.take<ImportId>(); }, {before},
                  "SELECT id FROM imports WHERE state = 'waiting' AND brought_at < $1");
}

Choices choices(const sql::Reader& db, ImportId id) {
    Choices found;
    db.each(
        [&](sql::Row& row) {
            const auto line = static_cast<std::size_t>(row.take<std::int64_t>());
            found.emplace(line, value_in(columns, row.take<std::string>()));
        },
        {id}, "SELECT line, field FROM import_choices WHERE import_id = $1");
    return found;
}

void choose(const sql::Writer& db, ImportId id, const Choice& choice) {
    db.run({id, whole(choice.first), word_in(columns, choice.second)}, R"sql(
        INSERT INTO import_choices (import_id, line, field)
        VALUES ($1, $2, $3)
            ON CONFLICT (import_id, line, field) DO NOTHING)sql");
}

void unchoose(const sql::Writer& db, ImportId id, std::size_t line) {
    db.run({id, whole(line)}, "DELETE FROM import_choices WHERE import_id = $1 AND line = $2");
}

void unchoose_all(const sql::Writer& db, ImportId id) {
    db.run({id}, "DELETE FROM import_choices WHERE import_id = $1");
}

void note_person(const sql::Writer& db, ImportId id, PersonId person, Verdict verdict) {
    db.run({id, person, word_in(verdicts, verdict)},
           "INSERT INTO import_people (import_id, person_id, verdict) VALUES ($1, $2, $3)");
}

std::vector<std::pair<PersonId, Verdict>> people(const sql::Reader& db, ImportId id) {
    return db.all(
        [](sql::Row& row) {
            const auto person = row.take<PersonId>();
            return std::pair(person, value_in(verdicts, row.take<std::string>()));
        },
        {id}, "SELECT person_id, verdict FROM import_people WHERE import_id = $1 ORDER BY person_id");
}

}  // namespace fabnum::imports::store
