#include "platform/sql/schema.h"

#include <algorithm>
#include <map>
#include <utility>

#include "platform/sql/session.h"

namespace fabnum::sql {

namespace {

struct Made {
    std::string owner, kind, name, sql;
};

std::string owner_of(std::string_view file) {
    const std::size_t start = std::min(file.find('_'), file.size() - 1) + 1;
    return std::string(file.substr(start, std::min(file.find_first_of("_.", start), file.size()) - start));
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string in_our_words(std::string sql) {
    replace_all(sql, "INTEGER PRIMARY KEY AUTOINCREMENT", "ROW_ID");
    replace_all(sql, " INTEGER", " BIGINT");
    replace_all(sql, " BLOB", " BYTES");
    replace_all(sql, " REAL", " DOUBLE");
    if (sql.ends_with(" STRICT")) sql.resize(sql.size() - std::string_view(" STRICT").size());
    return sql + ";\n";
}

// Everything in the order it was made, with the owner of its table.
std::vector<Made> made_by(const std::vector<Migration>& migrations) {
    const auto session = connect(":memory:");
    session->script("PRAGMA foreign_keys = OFF");
    std::map<std::string, std::string> owners;
    std::vector<Made> all;
    for (const auto& migration : migrations) {
        session->script(in_dialect(migration.sql, Engine::Sqlite));
        all.clear();
        const auto note = [&](Row& row) {
            auto kind = row.take<std::string>(), name = row.take<std::string>(),
                 table = row.take<std::string>();
            const auto owner = owners.try_emplace(std::move(table), owner_of(migration.name)).first->second;
            all.push_back({owner, std::move(kind), std::move(name), row.take<std::string>()});
        };
        session->each(note, {}, R"sql(
            SELECT type, name, tbl_name, sql
              FROM sqlite_master
             WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
             ORDER BY rowid)sql");
    }
    return all;
}

// Foreign keys, then unique indexes. Their own names differ between engines: only what they hold is told.
constexpr std::string_view sqlite_columns = R"sql(
    SELECT t.name || '.' || c.name || ' '
           || CASE c.type WHEN 'INTEGER' THEN 'BIGINT' WHEN 'BLOB' THEN 'BYTES' WHEN 'REAL' THEN 'DOUBLE'
              ELSE c.type END
           || CASE WHEN c."notnull" = 1 OR c.pk > 0 THEN '' ELSE ' may be null' END
      FROM sqlite_master AS t
      JOIN pragma_table_xinfo(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
 UNION ALL
    SELECT t.name || '.' || f."from" || ' → ' || f."table" || '.' || coalesce(f."to", 'id')
      FROM sqlite_master AS t
      JOIN pragma_foreign_key_list(t.name) AS f
     WHERE t.type = 'table'
 UNION ALL
    SELECT CASE i."unique" WHEN 1 THEN 'unique ' ELSE 'index ' END || t.name || ' ('
           || (SELECT group_concat(coalesce(x.name, 'expression'), ', ')
                 FROM (SELECT name FROM pragma_index_info(i.name) ORDER BY seqno) AS x) || ')'
      FROM sqlite_master AS t
      JOIN pragma_index_list(t.name) AS i
     WHERE t.type = 'table'
 UNION ALL
    SELECT 'unique ' || t.name || ' (' || c.name || ')'
      FROM sqlite_master AS t
      JOIN pragma_table_xinfo(t.name) AS c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.pk = 1 AND c.type = 'INTEGER'
       AND (SELECT max(pk) FROM pragma_table_xinfo(t.name)) = 1)sql";

constexpr std::string_view postgres_columns = R"sql(
    SELECT table_name || '.' || column_name || ' '
           || CASE data_type WHEN 'bigint' THEN 'BIGINT' WHEN 'bytea' THEN 'BYTES'
              WHEN 'double precision' THEN 'DOUBLE' ELSE upper(data_type) END
           || CASE is_nullable WHEN 'YES' THEN ' may be null' ELSE '' END
      FROM information_schema.columns
     WHERE table_schema = current_schema()
 UNION ALL
    SELECT k.conrelid::regclass::text || '.' || a.attname || ' → ' || k.confrelid::regclass::text || '.' || b.attname
      FROM pg_constraint AS k
      JOIN generate_series(1, 32) AS n ON n <= cardinality(k.conkey)
      JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[n]
      JOIN pg_attribute AS b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[n]
     WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
 UNION ALL
    SELECT CASE WHEN i.indisunique THEN 'unique ' ELSE 'index ' END || t.relname || ' ('
           || (SELECT string_agg(coalesce(a.attname, 'expression'), ', ' ORDER BY n)
                 FROM generate_series(0, i.indnkeyatts - 1) AS n
                 LEFT JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[n]) || ')'
      FROM pg_index AS i
      JOIN pg_class AS t ON t.oid = i.indrelid
     WHERE t.relnamespace = current_schema()::regnamespace)sql";

}  // namespace

std::string schema_text(const std::vector<Migration>& migrations) {
    const auto all = made_by(migrations);
    std::vector<std::string> owners;
    for (const auto& made : all)
        if (std::ranges::find(owners, made.owner) == owners.end()) owners.push_back(made.owner);
    std::string text = "-- What the migrations add up to, by owner. Made from db/migrations; not edited.\n";
    for (const auto& owner : owners) {
        text += "\n-- " + owner + "\n";
        for (const auto& made : all) {
            if (made.owner != owner) continue;
            if (made.kind == "table") text += "\n";
            // What triggers say differs from engine to engine: only their names are told.
            text += made.kind == "trigger" ? "-- trigger " + made.name + "\n" : in_our_words(made.sql);
        }
    }
    return text;
}

std::vector<std::string> shape_of(const Reader& db) {
    auto lines = db.all([](Row& row) { return row.take<std::string>(); }, {},
                        db.engine() == Engine::Sqlite ? sqlite_columns : postgres_columns);
    std::ranges::sort(lines);
    return lines;
}

}  // namespace fabnum::sql
