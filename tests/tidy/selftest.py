#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Tradepost developers
# SPDX-License-Identifier: Apache-2.0
"""Each rule is broken once on purpose in a small tree and must be found there, at its line, and
nothing else with it: a rule that finds nothing proves nothing."""
import pathlib
import tempfile
import unittest
import unittest.mock

import tables
from layers import Layers
from tidy import violations

Licence = ("// SPDX-FileCopyrightText: 2026 The Tradepost developers\n"
           "// SPDX-License-Identifier: Apache-2.0\n")
Header = Licence + "#pragma once\n"
Migration = "CREATE TABLE products (id TEXT);\n--;;\nCREATE TABLE stock_levels (id TEXT);\n" \
            "--;;\nCREATE VIEW product_stock AS SELECT id FROM stock_levels;\n"


def in_function(statement):
    return Licence + "void f()\n{\n    " + statement + "\n}\n"


# (name, path, text, line, part of what is said)
Planted = (
    ("storage in the kernel", "backend/kernel/money.h",
     Header + '#include "backend/storage/statement.h"\n', 4, "may not include backend/storage/"),
    ("QObject in the kernel", "backend/kernel/money.h",
     Header + "#include <QtCore/QObject>\n", 4, "may not include <QtCore/QObject>"),
    ("a folder that is not drawn", "backend/helpers/x.cpp", Licence, 1, "is not drawn"),
    ("slice includes slice", "backend/orders/orderservice.cpp",
     Licence + '#include "backend/inventory/stockservice.h"\n', 3, "another slice"),
    ("storage in rules", "backend/orders/order.h",
     Header + '#include "backend/storage/statement.h"\n', 4, "rules of backend/orders/"),
    ("store in queries", "backend/orders/orderqueries.cpp",
     Licence + '#include "backend/orders/orderstore.h"\n', 3, "queries may not include store"),
    ("http in a service", "backend/orders/orderservice.cpp",
     Licence + '#include "backend/http/router.h"\n', 3, "service of backend/orders/"),
    ("a widget in a presenter", "ui/presentation/sellpresenter.h",
     Header + "#include <QWidget>\n", 4, "<QWidget>"),
    ("network on a screen", "ui/screens/sell/sellview.cpp",
     Licence + "#include <QNetworkAccessManager>\n", 3, "<QNetworkAccessManager>"),
    ("backend in the desktop", "app/main.cpp",
     Licence + '#include "backend/storage/statement.h"\n', 3, "app/ may not include"),
    ("Beast in a header", "backend/http/parser.h",
     Header + "#include <boost/beast/http.hpp>\n", 4, "three .cpp files"),
    ("Boost.JSON outside contract", "backend/http/parser.cpp",
     Licence + "#include <boost/json.hpp>\n", 3, "one .cpp file"),
    ("SQLite outside storage", "backend/daemon/main.cpp",
     Licence + "#include <sqlite3.h>\n", 3, "only storage/"),
    ("GPL library", "ui/widgets/chart.h", Header + "#include <QtCharts>\n", 4, "GPL-3-only"),
    ("a .cpp included", "tests/unit/tst_a.cpp",
     Licence + '#include "backend/kernel/money.cpp"\n', 3, "compiled, not included"),
    ("not from the root", "backend/kernel/money.cpp",
     Licence + '#include "money.h"\n', 3, "named from the root"),
    ("tests in the product", "backend/kernel/money.cpp",
     Licence + '#include "tests/support/x.h"\n', 3, "may not include tests/support/"),
    ("a long line", "backend/kernel/a.cpp", Licence + "// " + "x" * 98 + "\n", 3, "101 columns"),
    ("a long file", "backend/kernel/a.cpp", Licence + "\n" * 400, 400, "402 lines"),
    ("a long function", "backend/kernel/a.cpp",
     Licence + "int T::f(int a) const\n{\n" + "    a += 1;\n" * 69 + "}\n", 4, "T::f has 71"),
    ("a long constructor", "backend/kernel/a.cpp",
     Licence + "T::T(int a)\n    : m_a{a}\n    , m_b(2)\n{\n" + "    ++m_a;\n" * 69 + "}\n", 6,
     "T::T has 71"),
    ("a long Python function", "tests/api/a.py",
     Licence.replace("//", "#") + "def f():\n" + "    a = 1\n" * 70, 3, "f has 71"),
    ("a long shell function", "installer/run",
     "#!/bin/bash\n" + Licence.replace("//", "#") + "f() {\n" + "    a=1\n" * 69 + "}\n", 4,
     "f has 71"),
    ("instance", "ui/theme/a.cpp", in_function("Theme::instance();"), 5, "constructor"),
    ("processEvents", "tests/gui/a.cpp", in_function("app.processEvents();"), 5, "signal"),
    ("sleep", "tests/unit/a.cpp", in_function("QThread::msleep(5);"), 5, "Clock"),
    ("sleep_for", "backend/http/a.cpp", in_function("std::this_thread::sleep_for(d);"), 5, "Clock"),
    ("future", "app/api/a.cpp", in_function("QFuture<int> f;"), 5, "mailbox"),
    ("semaphore", "backend/http/a.cpp", in_function("QSemaphore s;"), 5, "mailbox"),
    ("text connection", "app/api/a.cpp", in_function("connect(a, SIGNAL(x()));"), 5, "pointer"),
    ("sender", "app/api/a.cpp", in_function("auto *x = sender();"), 5, "signal carry"),
    ("throw", "backend/http/a.cpp", in_function("throw 1;"), 5, "Result"),
    ("asks the time", "backend/orders/order.cpp",
     in_function("QDateTime::currentDateTimeUtc();"), 5, "handed in"),
    ("double money", "backend/orders/order.cpp", in_function("double total = 0;"), 5, "Money"),
    ("QSqlQuery", "backend/http/a.cpp", in_function("QSqlQuery query;"), 5, "Statement"),
    ("no context", "app/api/a.cpp",
     in_function("connect(a, &A::b, [this] { c(); });"), 5, "context"),
    ("nested loop", "ui/widgets/a.cpp", in_function("dialog.exec();"), 5, "nested"),
    ("default", "backend/http/a.cpp",
     in_function("switch (x) { case Color::Red: break; default: break; }"), 5, "every enumerator"),
    ("TODO", "backend/http/a.cpp", Licence + "// TODO later\n", 3, "issue number"),
    ("a path of one machine", "docs/a.md", "see /home/" + "ada/x\n", 1, "one machine"),
    ("using namespace", "backend/http/a.h", Header + "using namespace std;\n", 4, "header"),
    ("no pragma once", "backend/http/a.h", Licence, 1, "pragma once"),
    ("Q_OBJECT in a line", "app/api/a.h", Header + "class A { Q_OBJECT };\n", 4, "alone"),
    ("no licence", "backend/http/a.cpp", "int a;\n", 1, "SPDX"),
    ("an empty name", "backend/http/socketmanager.cpp", Licence, 1, "say what it is"),
    ("REAL in SQL", "resources/sql/sqlite/0002_a.sql", "ALTER TABLE products ADD price REAL;\n", 1,
     "integers"),
    ("another's table", "backend/inventory/stockqueries.cpp",
     in_function('q("SELECT id "\n      "FROM products");'), 5, "belongs to backend/catalogue/"),
    ("another's table, joined", "backend/inventory/stockqueries.cpp",
     in_function('q(R"(SELECT 1 FROM stock_levels l, products p)");'), 5, "belongs to"),
    ("no such table", "backend/inventory/stockstore.cpp",
     in_function('q("UPDATE nowhere SET a = 1");'), 5, "no migration makes nowhere"),
    ("nobody's table", "resources/sql/sqlite/0002_a.sql", "CREATE TABLE loose (a);\n", 1,
     "whose is loose"),
    ("one database only", "resources/sql/postgres/0001_b.sql", "-- Empty.\n", 1, "missing"),
)
# What looks like a violation and is none.
Allowed = (
    ("backend/orders/orderqueries.cpp", Licence + '#include "backend/contract/order.h"\n'
     '#include "backend/orders/orderqueries.h"\n#include "backend/storage/statement.h"\n'),
    ("backend/http/a.cpp", Licence + "// sleep(1), instance(), throw: words in a comment.\n"
     + 'const char *text = "QThread::msleep(5); throw";\nconst int big = 1\'000\'000;\n'),
    ("ui/widgets/a.cpp", in_function("switch (k) { case Qt::Key_A: b(); default: c(); }")),
    ("backend/inventory/stockqueries.cpp",
     in_function('q("WITH low AS (SELECT id FROM stock_levels) "\n'
                 '      "SELECT * FROM low JOIN product_stock s ON s.id = low.id");')),
    ("ui/screens/sell/a.cpp", in_function("connect(a, &A::b, this, [this] { c(); });")),
    ("tests/unit/tst_a.cpp", Licence + "Q_DECLARE_METATYPE(A)\nclass TestA : public QObject\n{\n"
     + "    int a;\n" * 90 + "};\nTP_TEST(TestA)\n"),
    ("backend/http/b.cpp", in_function("log(\"goes FROM here INTO there\");")),
)


class TestTidy(unittest.TestCase):
    def found_in(self, path, text):
        owners = {"backend/catalogue": ("products",), "backend/inventory": ("stock_levels",)}
        with tempfile.TemporaryDirectory() as root, \
                unittest.mock.patch.object(tables, "Owners", owners):
            files = {"resources/sql/sqlite/0001_a.sql": Migration, path: text}
            if not path.startswith("resources/sql/postgres"):
                files["resources/sql/postgres/0001_a.sql"] = Migration
                if path.startswith("resources/sql/sqlite/0002"):
                    files["resources/sql/postgres/0002_a.sql"] = "-- The same.\n"
            for name, words in files.items():
                file = pathlib.Path(root, name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(words, encoding="utf-8")
            return violations(root)[1]

    def test_every_planted_violation_is_found(self):
        for name, path, text, line, said in Planted:
            with self.subTest(name):
                found = self.found_in(path, text)
                hits = [v for v in found if said in v.what and v.line == line]
                self.assertTrue(hits, "\n".join(map(str, found)) or "nothing found")

    def test_nothing_else_is_found_with_it(self):
        for name, path, text, _, said in Planted:
            with self.subTest(name):
                others = [v for v in self.found_in(path, text)
                          if said not in v.what and v.rule != "tables"]
                self.assertEqual([], [str(v) for v in others])

    def test_what_is_allowed_is_not_found(self):
        for path, text in Allowed:
            with self.subTest(path):
                self.assertEqual([], [str(v) for v in self.found_in(path, text)])

    def test_the_drawing_has_no_circle(self):
        def walk(folder, way):
            self.assertNotIn(folder, way, " -> ".join(way + [folder]))
            for other in Layers.get(folder, ((), ""))[0]:
                walk(other, way + [folder])
        for folder in Layers:
            walk(folder, [])


if __name__ == "__main__":
    unittest.main()
