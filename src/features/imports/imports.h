#pragma once

// Imports: people brought from a file. First a dry run with a verdict per row; nothing is written about
// anybody before it is confirmed, and nothing known is replaced unless somebody chose it.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "features/imports/person_row.h"
#include "platform/sql/sql.h"

namespace fabnum::imports {

using ImportId = Id<struct ImportTag>;

enum class ImportState { Waiting, Done, Dropped };
inline constexpr std::pair<std::string_view, ImportState> import_states[] = {
    {"waiting", ImportState::Waiting}, {"done", ImportState::Done}, {"dropped", ImportState::Dropped}};

struct Import {
    ImportId id = {};
    SiteId site = {};
    PersonId by = {};
    Instant at = {};
    std::string label;  // the name of the file
    ImportState state = ImportState::Waiting;
    Mapping mapping = {};
    Counts counts = {};  // once done
};

// Which difference of which line is taken from the file.
using Choice = std::pair<std::size_t, Column>;
using Choices = std::set<Choice>;

// The dry run.
struct DryRun {
    Import import;
    Grid grid;
    std::optional<Refusal> problem;  // of the mapping: no verdict then
    std::vector<Judged> rows;
    Counts counts;
    Choices chosen;
};

// Reading. The coordinator of the site.
std::vector<Import> imports_of(const sql::Reader& db, const Actor& actor);
std::optional<Import> find(const sql::Reader& db, const Actor& actor, ImportId id);
std::optional<DryRun> dry_run(const sql::Reader& db, const Actor& actor, ImportId id, Day today);
struct Brought {
    people::Face face;
    Verdict verdict = Verdict::New;
};
std::vector<Brought> people_of(const sql::Reader& db, ImportId id);

// Verbs. `bring` keeps what the file says, with the mapping that its headers suggest; what is empty here and
// said in the file is chosen already.
Result<ImportId> bring(sql::Database& database, const Act& act, std::string_view label, const Grid& grid,
                       Day today);
Result<Done> map_columns(sql::Database& database, const Act& act, ImportId id, const Mapping& mapping,
                         Day today);
// What is chosen among the lines that a page showed.
Result<Done> choose(sql::Database& database, const Act& act, ImportId id,
                    const std::vector<std::size_t>& lines, const Choices& chosen);
// Adds the new ones as young people of the site and takes the chosen differences: all of it, or nothing.
Result<Counts> confirm(sql::Database& database, const Act& act, ImportId id, Day today);
Result<Done> drop(sql::Database& database, const Act& act, ImportId id);
// What waited for more than a day is dropped; joins the caller's transaction. Answers how many.
int drop_forgotten(const sql::Writer& db, Instant before);

}  // namespace fabnum::imports
