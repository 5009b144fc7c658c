// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/canonicalnumber.h"
#include "backend/contract/jsonvalue.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::contract::canonicalNumber;
using tp::contract::JsonValue;
using tp::contract::parseJson;

class TestJsonValue final : public QObject
{
    Q_OBJECT

private slots:
    void numbersOfOneValueHaveOneSpelling_data()
    {
        QTest::addColumn<QString>("spelling");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char *spelling, const char *canonical) {
            QTest::newRow(spelling)
                << QString::fromLatin1(spelling) << QString::fromLatin1(canonical);
        };
        row("0", "0");
        row("-0", "0");
        row("0.000e5", "0");
        row("1", "1");
        row("-1.0", "-1");
        row("1.50", "1.5");
        row("15e-1", "1.5");
        row("0.15E+1", "1.5");
        row("1e3", "1000");
        row("1000.000", "1000");
        row("0.001", "0.001");
        row("1e-3", "0.001");
        row("123.456e-789", "123456e-792");
        row("1e400", "1e400");
        row("10e399", "1e400");
        row("100000000000000000000", "100000000000000000000");
        row("1e20", "100000000000000000000");
        row("1e21", "1e21");
        row("1000000000000000000000", "1e21");
        row("12345678901234567890123", "12345678901234567890123e0");
        row("0.0000001", "1e-7");
        row("1e-7", "1e-7");
        row("1e9999999999999999999", "1e9999999999999999999");
    }

    void numbersOfOneValueHaveOneSpelling()
    {
        QFETCH(QString, spelling);
        QFETCH(QString, canonical);
        QCOMPARE(QString::fromStdString(canonicalNumber(spelling.toStdString())), canonical);
        QCOMPARE(QString::fromStdString(canonicalNumber(canonical.toStdString())), canonical);
    }

    void equalValuesGiveEqualBytes()
    {
        const auto a = parseJson(R"({"b": [1.0, "\u00e9"], "a": {"y": null, "x": true}})");
        const auto b = parseJson("{ \"a\":{\"x\":true,\"y\":null}, \"b\":[1e0,\"\xC3\xA9\"] }");
        QVERIFY(a && b);
        QVERIFY(*a == *b);
        std::string left;
        std::string right;
        a->writeCanonical(left);
        b->writeCanonical(right);
        QCOMPARE(left, right);
        QCOMPARE(left, std::string("{\"a\":{\"x\":true,\"y\":null},\"b\":[1,\"\xC3\xA9\"]}"));
    }

    void differentValuesDiffer_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        const auto row = [](const char *a, const char *b) {
            QTest::addRow("%s %s", a, b) << QString::fromLatin1(a) << QString::fromLatin1(b);
        };
        row("1", "\"1\"");
        row("1", "-1");
        row("0", "false");
        row("null", "false");
        row("[]", "{}");
        row("[1,2]", "[2,1]");
        row("[1]", "[1,1]");
        row(R"({"a":1})", R"({"a":1,"b":1})");
        row(R"({"a":1})", R"({"b":1})");
        row(R"({"a":1})", R"({"a":2})");
        row(R"("a")", R"("A")");
    }

    void differentValuesDiffer()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const auto left = parseJson(a.toStdString());
        const auto right = parseJson(b.toStdString());
        QVERIFY(left && right);
        QVERIFY(!(*left == *right));
        std::string leftBytes;
        std::string rightBytes;
        left->writeCanonical(leftBytes);
        right->writeCanonical(rightBytes);
        QVERIFY(leftBytes != rightBytes);
    }

    void canonicalTextIsJsonAgain()
    {
        const auto json = parseJson(
            R"({"a\u0022\\\n": ["\u0000\u001f\u007f", -0, 1e400], "": {"\ud83c\udf75": []}})");
        QVERIFY(json);
        std::string text;
        json->writeCanonical(text);
        const auto again = parseJson(text);
        QVERIFY(again);
        QVERIFY(*json == *again);
    }
};

TP_TEST(TestJsonValue)
#include "tst_jsonvalue.moc"
