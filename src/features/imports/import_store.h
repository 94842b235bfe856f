#pragma once

// Rows of imports.

#include "features/imports/imports.h"

namespace fabnum::imports::store {

std::vector<Import> of_site(const sql::Reader& db, SiteId site);
std::optional<Import> find(const sql::Reader& db, ImportId id);
std::string content(const sql::Reader& db, ImportId id);
ImportId insert(const sql::Writer& db, const Import& import, std::string_view content);
void set_mapping(const sql::Writer& db, ImportId id, const Mapping& mapping);
// Ends it and forgets what the file said; false when it no longer waited.
bool end(const sql::Writer& db, ImportId id, ImportState state, const Counts& counts, Instant at);
std::vector<ImportId> waiting_since_before(const sql::Reader& db, Instant before);

Choices choices(const sql::Reader& db, ImportId id);
void choose(const sql::Writer& db, ImportId id, const Choice& choice);
void unchoose(const sql::Writer& db, ImportId id, std::size_t line);
void unchoose_all(const sql::Writer& db, ImportId id);

void note_person(const sql::Writer& db, ImportId id, PersonId person, Verdict verdict);
std::vector<std::pair<PersonId, Verdict>> people(const sql::Reader& db, ImportId id);

}  // namespace fabnum::imports::store
