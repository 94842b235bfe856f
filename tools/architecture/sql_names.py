"""The tables that SQL text names. Keywords are written in capitals, names are not."""
import re

WORD = re.compile(r"--[^\n]*|'(?:[^']|'')*'|[A-Za-z_][\w]*|[(),;]|\$\d+|\S")
NAME = re.compile(r"[a-z_][a-z0-9_]*")
ENGINES_OWN = re.compile(r"(pg_|sqlite_|pragma_|json_each|information_schema|generate_series|unnest)")


def words_of(text):
    """(offset, word), without comments and quoted text"""
    return [(m.start(), m.group()) for m in WORD.finditer(text) if not m.group().startswith(("--", "'"))]


def is_name(word):
    return NAME.fullmatch(word) is not None


def from_list(words, i):
    """The tables of `FROM a AS x, b y`, starting after FROM."""
    while i < len(words):
        if not is_name(words[i][1]):
            return
        if i + 1 >= len(words) or words[i + 1][1] != "(":  # a function is no table
            yield words[i]
        i += 1
        if i < len(words) and words[i][1] == "AS":
            i += 1
        if i < len(words) and is_name(words[i][1]):
            i += 1
        if i >= len(words) or words[i][1] != ",":
            return
        i += 1


def named_in(text):
    """(offset, table, whether it is written)"""
    words = words_of(text)
    # Names given by WITH: `name AS (`, `name AS MATERIALIZED (` and `name (columns) AS (`.
    given = {words[i][1] for i in range(len(words) - 2)
             if is_name(words[i][1]) and [w for _, w in words[i + 1:i + 4] if w != "MATERIALIZED"][:2] == ["AS", "("]}
    given.update(match[1] for match in re.finditer(r"\b([a-z_]\w*)\s*\([a-z_, \n]*\)\s+AS\s*\(", text))
    for i, (_, word) in enumerate(words):
        before = words[i - 1][1] if i else ""
        if word == "FROM" and before != "DISTINCT":
            found = from_list(words, i + 1)
            writes = before == "DELETE"
        elif word in ("JOIN", "INTO", "UPDATE", "TABLE") and i + 1 < len(words):
            found = [words[i + 1]] if is_name(words[i + 1][1]) else []
            writes = word != "JOIN"
        else:
            continue
        for offset, table in found:
            if table not in given and not ENGINES_OWN.match(table):
                yield offset, table, writes


def tables_in(literals, is_known):
    """(line, table, writes) in the SQL among these literals. In text that does not say it is SQL, only known tables."""
    for literal in literals:
        for offset, table, writes in named_in(literal.text):
            if literal.is_sql or is_known(table):
                yield literal.line + literal.text.count("\n", 0, offset), table, writes


def created_in(migration):
    """(line, table)"""
    for match in re.finditer(r"^\s*CREATE TABLE\s+(?:IF NOT EXISTS\s+)?(\w+)", migration, re.M):
        yield migration.count("\n", 0, match.start(1)) + 1, match[1]
