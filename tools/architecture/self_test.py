"""Plants violations in a copy of the house, one at a time, and expects each to be named."""
import shutil
import tempfile
from pathlib import Path

ORDERS, PEOPLE = "src/features/orders", "src/features/people"


def sql(text):
    return f'auto x = R"sql(\n{text})sql";\n'


# What is planted: file, text, and the words the check must answer with.
PLANTED = [
    ("src/base/planted.cpp", '#include "platform/html/html.h"\n', "base may not include platform"),
    ("src/platform/html/planted.cpp", '#include "design/button.h"\n', "platform may not include design"),
    ("src/platform/clock/planted.cpp", '#include "platform/web/visit.h"\n',
     "no arrow from the pipe clock to the pipe web"),
    ("src/engine/planted.cpp", '#include "platform/sql/sql.h"\n', "engine may not include platform"),
    ("src/engine/planted.cpp", "#include <thread>\n", "<thread> has no place in engine"),
    ("src/design/planted.cpp", '#include "features/orders/orders.h"\n', "design may not include features"),
    ("src/design/planted.cpp", '#include "platform/sql/sql.h"\n', "design does not rest on platform/sql"),
    (f"{ORDERS}/planted.cpp", '#include "app/app.h"\n', "features may not include app"),
    (f"{ORDERS}/planted.cpp", '#include "features/people/person_store.h"\n',
     "features/people/person_store.h is private: knock at features/people/people.h"),
    (f"{PEOPLE}/planted.cpp", '#include "features/orders/orders.h"\n', "no arrow from people to orders"),
    (f"{ORDERS}/planted.cpp", '#include "platform/sql/sql.h"\n', "platform/sql reaches only stores and the door"),
    (f"{ORDERS}/planted.cpp", '#include "platform/html/html.h"\n', "platform/html reaches only the pages"),
    (f"{ORDERS}/planted.cpp", '#include "design/button.h"\n', "design reaches only the pages"),
    (f"{ORDERS}/pages/planted.cpp", '#include "platform/sql/sql.h"\n', "platform/sql reaches only stores"),
    (f"{ORDERS}/pages/planted.cpp", '#include "order.h"\n', "is not spelled from src/"),
    (f"{ORDERS}/planted.cpp", "#include <boost/json.hpp>\n", "<boost/json.hpp> comes from outside"),
    ("src/platform/http/planted.h", "#pragma once\n#include <boost/asio.hpp>\n", "<boost/asio.hpp> comes from outside"),
    (f"{PEOPLE}/planted_store.cpp", sql("SELECT p.id\n  FROM people p\n  JOIN\n    orders o ON o.id = p.id"),
     f"{PEOPLE}/planted_store.cpp:5: the table orders belongs to orders"),
    (f"{PEOPLE}/planted_store.cpp", sql("SELECT 1 FROM people, orders"), "the table orders belongs to orders"),
    (f"{PEOPLE}/planted_store.cpp", 'auto x = "DELETE "\n "FROM orders";\n', "the table orders belongs to orders"),
    (f"{PEOPLE}/planted_store.cpp", sql("UPDATE orders SET state = $1"), "the table orders belongs to orders"),
    (f"{PEOPLE}/planted_store.cpp", sql("INSERT INTO orders (id) VALUES (1)"), "the table orders belongs to orders"),
    (f"{ORDERS}/pages/planted.cpp", sql("SELECT id FROM orders"), "the table orders is named outside the stores"),
    (f"{ORDERS}/planted_store.cpp", sql("SELECT id FROM nowhere"), "the table nowhere has no owner"),
    ("db/migrations/9999_planted.sql", "CREATE TABLE nowhere (id ROW_ID);\n", "the table nowhere has no owner"),
    (f"{ORDERS}/planted.cpp", "void f() { try { g(); } catch (...) {} }\n", "a feature never catches"),
    ("src/platform/http/planted.cpp", "auto f() { co_await g(); }\n", "no coroutines"),
    (f"{ORDERS}/planted.cpp", "#define TWICE(x) x x\n", "no macros here"),
    (f"{ORDERS}/planted.h", "// a header\n", "a header says #pragma once"),
    (f"{ORDERS}/order_utils.cpp", "\n", 'a file name called "utils" hides a missing noun'),
    (f"{ORDERS}/order2.cpp", "\n", "a file name ending in a number"),
    ("src/platform/common/planted.cpp", "\n", 'a junk drawer called "common"'),
    ("src/features/planted/planted.h", "#pragma once\n", "is not drawn in [rooms]"),
    ("architecture.toml", ("people = [", 'people = ["orders", '), "features in a circle: "),
    ("architecture.toml", ("html = []", 'html = ["web"]'), "pipes in a circle: "),
    ("ARCHITECTURE.md", "# The house\n<!-- map -->\nanother\n<!-- /map -->\n", "the map is not the drawing"),
]
# What looks like a violation and is none.
INNOCENT = [
    (f"{ORDERS}/planted.cpp", '// catch, co_await and FROM people\nconst char* words = "#define catch co_await";\n'),
    (f"{ORDERS}/planted_store.cpp", sql("WITH people AS (SELECT id FROM orders) SELECT a FROM people "
                                        "WHERE a IS DISTINCT FROM b -- FROM sites\n AND c = ' FROM sites'")),
    (f"{ORDERS}/planted_store.cpp", sql("WITH here AS MATERIALIZED (SELECT id FROM orders) SELECT id FROM here")),
    (f"{ORDERS}/planted_store.cpp", sql("INSERT INTO orders (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET id = 2")),
    (f"{ORDERS}/pages/planted.cpp", '#include <vector>\n#include "design/button.h"\n#include "platform/web/visit.h"\n'),
]


def plant(root, name, text):
    """Answers what undoes it."""
    path = root / name
    before = path.read_text() if path.exists() else None
    new_folders = [folder for folder in path.parents if not folder.exists()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before.replace(*text, 1) if isinstance(text, tuple) else text)

    def undo():
        path.unlink() if before is None else path.write_text(before)
        if new_folders:
            shutil.rmtree(new_folders[-1], ignore_errors=True)

    return undo


def run(root, check):
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        shutil.copytree(root / "src", copy / "src")
        shutil.copytree(root / "db", copy / "db")
        shutil.copy(root / "architecture.toml", copy)
        if (root / "ARCHITECTURE.md").exists():
            shutil.copy(root / "ARCHITECTURE.md", copy)
        known = set(check(copy).problems)
        for name, text, expected in PLANTED:
            undo = plant(copy, name, text)
            said = set(check(copy).problems) - known
            undo()
            if not any(expected in problem for problem in said):
                missed.append(f"planted in {name}, not named: {expected}\n    said: {sorted(said)}")
        for name, text in INNOCENT:
            undo = plant(copy, name, text)
            said = set(check(copy).problems) - known
            undo()
            if said:
                missed.append(f"innocent, but named: {sorted(said)}")
    print(*missed, sep="\n", end="\n" if missed else "")
    right = len(PLANTED) + len(INNOCENT) - len(missed)
    print(f"{right} of {len(PLANTED) + len(INNOCENT)} judged rightly ({len(PLANTED)} planted violations)")
    return 1 if missed else 0
