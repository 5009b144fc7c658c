// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "backend/contract/jsonwriter.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>
#include <string>

using tp::contract::JsonWriter;
using tp::contract::parseJson;
using tp::test::SeededRandom;

namespace {

template <typename Text>
std::string written(const Text &text)
{
    std::string out;
    JsonWriter(out).string(text);
    return out;
}

std::string number(qint64 value)
{
    std::string out;
    JsonWriter(out).integer(value);
    return out;
}

std::string measure(qint64 thousandths)
{
    std::string out;
    JsonWriter(out).quantity(thousandths);
    return out;
}

} // namespace

class TestJsonWriter final : public QObject
{
    Q_OBJECT

private slots:
    void commasStandWhereTheyBelong()
    {
        std::string out;
        JsonWriter json(out);
        json.beginObject().key("a").integer(1).key("b").beginArray();
        QVERIFY(!json.finished());
        json.integer(1).beginArray().endArray().beginObject().endObject().null().boolean(true);
        json.endArray().key("c").beginObject().key("d").raw("{\"e\":[]}").endObject();
        json.key("f").stringOrNull("x", false).key("g").stringOrNull("x", true).endObject();
        QVERIFY(json.finished());
        QCOMPARE(out, std::string(R"({"a":1,"b":[1,[],{},null,true],"c":{"d":{"e":[]}},)"
                                  R"("f":"x","g":null})"));
    }

    void nothingIsWrittenAsAnEmptyText()
    {
        QCOMPARE(written(std::string_view()), std::string("\"\""));
        QCOMPARE(written(QStringView()), std::string("\"\""));
    }

    void whatMustBeEscapedIs()
    {
        const std::string text("\"\\/\b\f\n\r\t\x01\x1F\x7F<\0>", 14);
        const std::string expected = "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F<\\u0000>\"";
        QCOMPARE(written(std::string_view(text)), expected);
        QCOMPARE(written(QStringView(QString::fromLatin1(text.data(), qsizetype(text.size())))),
                 expected);
    }

    void brokenUtf8BecomesReplacementCharacters_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, QByteArray expected) {
            QTest::newRow(name) << bytes << expected.replace('?', "\xEF\xBF\xBD");
        };
        row("Latin-1", "caf\xE9 x", "caf? x");
        row("cut at the end", "a\xE2\x82", "a??");
        row("cut before text",
            "\xF0\x9F\x8D"
            "a",
            "???a");
        row("a lone continuation", "\x80x", "?x");
        row("overlong", "\xC0\xAF\xE0\x80\x80", "?????");
        row("a surrogate", "\xED\xA0\x80", "???");
        row("beyond Unicode", "\xF4\x90\x80\x80\xF5", "?????");
        row("good ones stay", "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8D\xB5\xF4\x8F\xBF\xBF\xEE\x80\x80",
            "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x8D\xB5\xF4\x8F\xBF\xBF\xEE\x80\x80");
    }

    void brokenUtf8BecomesReplacementCharacters()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(written(std::string_view(bytes.constData(), std::size_t(bytes.size()))),
                 '"' + expected.toStdString() + '"');
    }

    void loneSurrogatesOfUtf16BecomeReplacementCharacters()
    {
        const QString text = QString(QChar(0xD83C)) + u'a' + QChar(0xDF75) + QChar(0xD83C);
        QCOMPARE(written(QStringView(text)), std::string("\"\xEF\xBF\xBD"
                                                         "a\xEF\xBF\xBD\xEF\xBF\xBD\""));
    }

    void anyTextComesBack()
    {
        SeededRandom random = SeededRandom::fresh();
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (quint64 left = random.below(600); left > 0; --left) {
                // Mostly ASCII with all of Unicode between.
                const quint64 bound = random.below(4) == 0 ? 0x110000 : 0x80;
                char32_t point = char32_t(random.below(bound));
                if (point >= 0xD800 && point <= 0xDFFF)
                    point = U'?';
                text.append(QString::fromUcs4(&point, 1));
            }
            const std::string wide = written(QStringView(text));
            const std::string utf8 = text.toStdString();
            QCOMPARE(written(std::string_view(utf8)), wide);
            const auto json = parseJson(wide);
            QVERIFY2(json, wide.c_str());
            QCOMPARE(json->text, utf8);
        }
    }

    void anyBytesGiveJson()
    {
        SeededRandom random = SeededRandom::fresh();
        for (int round = 0; round < 500; ++round) {
            std::string bytes(random.below(100), '\0');
            for (char &byte : bytes)
                byte = char(random.below(2) == 0 ? 0x80 + random.below(0x80) : random.below(0x80));
            const std::string text = written(std::string_view(bytes));
            QVERIFY(parseJson(text));
            // Qt judges the same bytes to be good or bad.
            const QString qt = QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
            const bool isGood = qt.toStdString() == bytes;
            QCOMPARE(parseJson(text)->text == bytes, isGood);
        }
    }

    void numbersAreWrittenAtTheirEnds()
    {
        QCOMPARE(number(0), std::string("0"));
        QCOMPARE(number(std::numeric_limits<qint64>::min()), std::string("-9223372036854775808"));
        QCOMPARE(number(std::numeric_limits<qint64>::max()), std::string("9223372036854775807"));
    }

    void quantitiesHaveNoTrailingZeros_data()
    {
        QTest::addColumn<qint64>("thousandths");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 thousandths, const char *text) {
            QTest::newRow(text) << thousandths << QString::fromLatin1(text);
        };
        row(0, "0");
        row(3000, "3");
        row(750, "0.75");
        row(700, "0.7");
        row(5, "0.005");
        row(50, "0.05");
        row(1001, "1.001");
        row(-1, "-0.001");
        row(-2500, "-2.5");
        row(tp::Quantity::ThousandthsMax, "1000000000000");
        row(std::numeric_limits<qint64>::min(), "-9223372036854775.808");
    }

    void quantitiesHaveNoTrailingZeros()
    {
        QFETCH(qint64, thousandths);
        QFETCH(QString, text);
        QCOMPARE(measure(thousandths), '"' + text.toStdString() + '"');
        if (const auto quantity = tp::Quantity::fromThousandths(thousandths))
            QCOMPARE(quantity->toDecimal(), text.toStdString());
    }

    void moneyAndTimesHaveTheirForms()
    {
        std::string out;
        JsonWriter json(out);
        json.beginArray().money(1999, "EUR").time(1'795'345'195'123).time(0).endArray();
        QCOMPARE(out, std::string(R"([{"amount":1999,"currency":"EUR"},)"
                                  R"("2026-11-22T10:59:55.123Z","1970-01-01T00:00:00.000Z"])"));
    }
};

TP_TEST(TestJsonWriter)
#include "tst_jsonwriter.moc"
