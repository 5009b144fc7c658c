// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::ErrorCode;
using tp::contract::JsonLimits;
using tp::contract::JsonValue;
using tp::contract::parseJson;

class TestParseJson final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheOrderAndTheSpellingOfWhatWasSent()
    {
        const auto json = parseJson(R"({"b": 1.50, "a": [true, null, "x"], "c": {}})");
        QVERIFY(json);
        QVERIFY(json->type == JsonValue::Type::Object);
        QCOMPARE(json->members.size(), std::size_t(3));
        QCOMPARE(json->members[0].first, std::string("b"));
        QCOMPARE(json->members[0].second.text, std::string("1.50"));
        const JsonValue *list = json->find("a");
        QVERIFY(list && list->items.size() == 3);
        QVERIFY(list->items[0].boolean);
        QVERIFY(list->items[1].isNull());
        QCOMPARE(list->items[2].text, std::string("x"));
        QVERIFY(json->find("c")->type == JsonValue::Type::Object);
        QVERIFY(!json->find("d"));
    }

    void numbersAreKeptAsText_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number : {"0",
                                   "-0",
                                   "-0.0",
                                   "1",
                                   "-1",
                                   "12345678901234567890",
                                   "-12345678901234567890",
                                   "123456789012345678901234567890",
                                   "0.1",
                                   "3.141592653589793238462643383279",
                                   "1e400",
                                   "1E+400",
                                   "1e-400",
                                   "-1e9999",
                                   "1.5e+9999",
                                   "1e2147483647",
                                   "1e2147483648",
                                   "0.4e00669999999999999999999999999999999",
                                   "9007199254740993",
                                   "1e01",
                                   "0.000000000000000000000000000001"})
            QTest::newRow(number) << QByteArray(number);
    }

    void numbersAreKeptAsText()
    {
        QFETCH(QByteArray, number);
        const std::string alone = number.toStdString();
        const auto root = parseJson(alone);
        QVERIFY(root && root->type == JsonValue::Type::Number);
        QCOMPARE(root->text, alone);

        const std::string inside = "{\"a\":[" + alone + " , " + alone + "],\"b\":" + alone + "}";
        const auto object = parseJson(inside);
        QVERIFY(object);
        QCOMPARE(object->find("a")->items[0].text, alone);
        QCOMPARE(object->find("a")->items[1].text, alone);
        QCOMPARE(object->find("b")->text, alone);
    }

    void hugeExponentsDoNotTouchWhatLooksLikeThem()
    {
        const std::string text =
            "{\"e99999999999\": \"1e99999999999\\\"e88888888888\", \"n\": 1e77777777777}";
        const auto json = parseJson(text);
        QVERIFY(json);
        QCOMPARE(json->members[0].first, std::string("e99999999999"));
        QCOMPARE(json->members[0].second.text, std::string("1e99999999999\"e88888888888"));
        QCOMPARE(json->find("n")->text, std::string("1e77777777777"));
        QVERIFY(!parseJson("[1e77777777777, 1e+-9999999999999]"));
        QVERIFY(!parseJson("[1e77777777777, 1e]"));
        QVERIFY(!parseJson("[1e77777777777"));
    }

    void stringsAreDecoded_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("utf8");
        const auto row = [](const char *name, const char *text, const QByteArray &utf8) {
            QTest::newRow(name) << QByteArray(text) << utf8;
        };
        row("empty", R"("")", "");
        row("plain", R"("tea")", "tea");
        row("escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
        row("a pair of surrogates", R"("\uD834\udd1e!")", "\xF0\x9D\x84\x9E!");
        row("NUL", R"("a\u0000b")", QByteArray("a\0b", 3));
        row("raw UTF-8", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8D\xB5\"",
            "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8D\xB5");
        row("DEL and C1", "\"\x7F\xC2\x85\"", "\x7F\xC2\x85");
        row("escaped between plain", R"("a\u00e9b\nc")",
            "a\xC3\xA9"
            "b\nc");
    }

    void stringsAreDecoded()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, utf8);
        const auto json = parseJson(text.toStdString());
        QVERIFY(json && json->type == JsonValue::Type::String);
        QCOMPARE(json->text, utf8.toStdString());

        // As a name, too.
        const auto object = parseJson("{" + text.toStdString() + ":1}");
        QVERIFY(object);
        QCOMPARE(object->members.front().first, utf8.toStdString());
    }

    void refusalsSayWhatAndWhere_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const QByteArray &text, const char *detail) {
            QTest::newRow(name) << text << QString::fromLatin1(detail);
        };
        row("empty", "", "The body is empty; JSON is wanted");
        row("white space", "  ", "The JSON text is cut off (at byte 3)");
        row("cut", "{\"a\":", "The JSON text is cut off (at byte 6)");
        row("cut in a string", "[\"ab", "The JSON text is cut off (at byte 5)");
        row("two texts", "{} {}", "Something follows the JSON text (at byte 4)");
        row("NaN", "[NaN]", "This is not JSON in UTF-8 (at byte 2)");
        row("a byte order mark", "\xEF\xBB\xBF{}", "The JSON text begins with a byte order mark");
        row("Latin-1", "[\"\xE9\"]", "This is not JSON in UTF-8 (at byte 3)");
        row("a trailing comma", "[1,]", "This is not JSON in UTF-8 (at byte 4)");
    }

    void refusalsSayWhatAndWhere()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, detail);
        const auto json = parseJson(std::string_view(text.constData(), std::size_t(text.size())));
        QVERIFY(!json);
        QVERIFY(json.error().code == ErrorCode::MalformedJson);
        QCOMPARE(json.error().detail, detail);
    }

    void depthIsBounded()
    {
        const auto nested = [](int depth) {
            return std::string(std::size_t(depth), '[') + std::string(std::size_t(depth), ']');
        };
        QVERIFY(parseJson(nested(32)));
        const auto deep = parseJson(nested(33));
        QVERIFY(!deep && deep.error().code == ErrorCode::MalformedJson);
        QVERIFY(deep.error().detail.contains(QStringLiteral("deeper than 32")));
        QVERIFY(!parseJson(std::string(1'000'000, '[')));
        std::string objects;
        for (int i = 0; i < 100'000; ++i)
            objects += "{\"a\":";
        QVERIFY(!parseJson(objects));
        QVERIFY(parseJson(nested(3), JsonLimits{3, 10}));
        QVERIFY(!parseJson(nested(4), JsonLimits{3, 10}));
    }

    void theNumberOfValuesIsBounded()
    {
        std::string list = "[";
        for (int i = 0; i < 99'999; ++i)
            list += i == 0 ? "1" : ",1";
        QVERIFY(parseJson(list + "]"));
        const auto many = parseJson(list + ",1]");
        QVERIFY(!many && many.error().code == ErrorCode::MalformedJson);
        QVERIFY(many.error().detail.contains(QStringLiteral("more than 100000 values")));
    }

    void everyDuplicateNameIsTold()
    {
        const auto json = parseJson(
            R"({"a": 1, "lines": [{}, {"x": 1, "y/~": 2, "x": 3, "y/~": 4, "x": 5}], "a": 2})");
        QVERIFY(!json);
        QVERIFY(json.error().code == ErrorCode::InvalidBody);
        QStringList pointers;
        for (const auto &field : json.error().fields) {
            QVERIFY(field.code == ErrorCode::DuplicateKey);
            pointers.append(field.pointer);
        }
        QCOMPARE(pointers.join(u' '), QStringLiteral("/lines/1/x /lines/1/y~1~0 /a"));
    }

    void namesThatDifferOnlyInEscapesAreDuplicates()
    {
        const auto json = parseJson(R"({"sku": 1, "s\u006bu": 2})");
        QVERIFY(!json);
        QCOMPARE(json.error().fields.front().pointer, QStringLiteral("/sku"));
    }

    void sameNamesInDifferentObjectsAreFine()
    {
        QVERIFY(parseJson(R"({"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}], "A": 1})"));
    }

    void malformedComesBeforeDuplicates()
    {
        QVERIFY(parseJson(R"({"a": 1, "a": 2)").error().code == ErrorCode::MalformedJson);
    }

    void manyDuplicatesAreFoundInTimeAndBounded()
    {
        std::string text = "{";
        for (int i = 0; i < 40'000; ++i)
            text += (i == 0 ? "\"n" : ",\"n") + std::to_string(i / 2) + "\":1";
        const auto json = parseJson(text + "}");
        QVERIFY(!json && json.error().code == ErrorCode::InvalidBody);
        QCOMPARE(json.error().fields.size(), 1000);
    }
};

TP_TEST(TestParseJson)
#include "tst_parsejson.moc"
