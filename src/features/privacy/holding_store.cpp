#include "features/privacy/holding_store.h"

#include <charconv>

#include "base/text.h"
#include "features/privacy/holdings.h"
#include "platform/sessions/sessions.h"

namespace fabnum::privacy::store {

namespace {

// "phone", "role AS turn": what to select, and the name it is told under.
struct Column {
    std::string expression, name;
};

std::vector<Column> columns_of(std::string_view list) {
    std::vector<Column> columns;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const std::string_view one = trimmed(list.substr(0, comma));
        const auto as = one.rfind(" AS ");
        columns.push_back(as == std::string_view::npos
                              ? Column{std::string(one), std::string(one)}
                              : Column{std::string(one.substr(0, as)), std::string(one.substr(as + 4))});
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return columns;
}

// Instants end in "_at" everywhere in the schema.
std::string told(const std::string& column, const std::string& value) {
    std::int64_t micros = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), micros);
    const bool is_whole = error == std::errc() && end == value.data() + value.size();
    return column.ends_with("_at") && is_whole ? to_iso(Instant{micros}) : value;
}

Part part_of(const sql::Reader& db, const Holding& holding, PersonId whose) {
    Part part{.table = holding.table, .rows = {}};
    const auto columns = columns_of(holding.columns);
    if (columns.empty()) return part;
    std::string sql = "SELECT ";
    for (const auto& one : columns)
        sql += (&one == &columns.front() ? "CAST(" : ", CAST(") + one.expression + " AS TEXT)";
    sql += " FROM " + std::string(holding.table) + " WHERE " + std::string(holding.whose);
    db.each(
        [&](sql::Row& row) {
            Facts facts;
            for (const auto& one : columns)
                if (const auto value = row.take<std::optional<std::string>>(); value && !value->empty())
                    facts.emplace_back(one.name, told(one.name, *value));
            if (!facts.empty()) part.rows.push_back(std::move(facts));
        },
        {whose}, sql);
    return part;
}

}  // namespace

std::vector<Part> parts_of(const sql::Reader& db, PersonId whose) {
    std::vector<Part> parts;
    for (const Holding& holding : holdings)
        if (Part part = part_of(db, holding, whose); !part.rows.empty()) parts.push_back(std::move(part));
    return parts;
}

void forget(const sql::Writer& db, PersonId whose, bool keeps_proofs, Instant at) {
    for (const Holding& holding : holdings) {
        const std::string where = " WHERE " + std::string(holding.whose);
        if (holding.forget == Forget::Delete)
            db.run({whose}, "DELETE FROM " + std::string(holding.table) + where);
        const bool empties =
            holding.forget == Forget::Blank || (holding.forget == Forget::Proof && !keeps_proofs);
        if (!empties) continue;
        const bool says_when = holding.blanks.find("$2") != std::string_view::npos;
        db.run(says_when ? sql::Values{whose, at} : sql::Values{whose},
               "UPDATE " + std::string(holding.table) + " SET " + std::string(holding.blanks) + where);
    }
    for (const auto* kind : {"sign_in", "calendar"}) sessions::revoke_links(db, kind, whose.value);
}

bool is_erased(const sql::Reader& db, PersonId whose) {
    return db.value<bool>({whose},
                          "SELECT EXISTS (SELECT id FROM people WHERE id = $1 AND erased_at IS NOT NULL)");
}

std::optional<Instant> last_sign_in(const sql::Reader& db, PersonId whose) {
    return db.value<std::optional<Instant>>({whose}, R"sql(
        SELECT max(at)
          FROM journal
         WHERE subject_kind = 'person' AND subject_id = $1 AND action = 'person.signed_in')sql");
}

std::optional<Day> in_a_cohort_until(const sql::Reader& db, PersonId whose, Day today) {
    return db.value<std::optional<Day>>({whose, today}, R"sql(
        SELECT max(COALESCE(m.left_on, c.ends_on))
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE m.person_id = $1 AND COALESCE(m.left_on, c.ends_on) >= $2)sql");
}

std::optional<Day> last_cohort_day(const sql::Reader& db, PersonId whose) {
    return db.value<std::optional<Day>>({whose}, R"sql(
        SELECT max(COALESCE(m.left_on, c.ends_on))
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
         WHERE m.person_id = $1)sql");
}

std::vector<Last> last_seen_by(const sql::Reader& db, SiteId site, Day until) {
    return db.all(
        [](sql::Row& row) {
            return Last{row.take<PersonId>(), row.take<Day>()};
        },
        {site, until}, R"sql(
        SELECT m.person_id, max(COALESCE(m.left_on, c.ends_on)) AS last_on
          FROM cohort_members m
          JOIN cohorts c ON c.id = m.cohort_id
          JOIN people p ON p.id = m.person_id
         WHERE p.erased_at IS NULL AND (CAST($1 AS BIGINT) IS NULL OR c.site_id = $1)
         GROUP BY m.person_id
        HAVING max(COALESCE(m.left_on, c.ends_on)) <= $2
         ORDER BY last_on, m.person_id)sql");
}

}  // namespace fabnum::privacy::store
