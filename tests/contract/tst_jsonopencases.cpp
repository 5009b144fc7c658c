// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <string>

using tp::ErrorCode;
using tp::contract::parseJson;

/// What RFC 8259 leaves open, as docs/decisions/0005-json-open-cases.md decides it: each row names
/// the rule that it is an example of.
class TestJsonOpenCases final : public QObject
{
    Q_OBJECT

private slots:
    void areDecidedAsWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isJson");
        const auto yes = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text << true;
        };
        const auto no = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text << false;
        };

        yes("numbers: a huge exponent", "[2e400]");
        yes("numbers: a huge negative exponent", "[-2e-400]");
        yes("numbers: an exponent longer than any integer", "[2e0099999999999999999999999999]");
        yes("numbers: an integer beyond 64 bits", "[-55555555555555555555555555555555555]");
        yes("numbers: more digits than a double has", "[0.1234567890123456789012345678901]");

        no("surrogates: the first half alone", R"(["\uD801"])");
        no("surrogates: the second half alone", R"(["\uDC01"])");
        no("surrogates: the first half before text", R"(["\uD801abc"])");
        no("surrogates: the first half before an escape", R"(["\uD801\n"])");
        no("surrogates: the first half twice", R"(["\uD801\uD801"])");
        no("surrogates: the first half before another character", R"(["\uD801\u0041"])");
        no("surrogates: the halves in the wrong order", R"(["\uDC01\uD801"])");
        no("surrogates: in a name", R"({"\uDC01": 1})");

        no("UTF-8: a lone continuation byte", "[\"\x80\"]");
        no("UTF-8: a byte that never stands", "[\"\xFE\"]");
        no("UTF-8: Latin-1", "[\"caf\xE9\"]");
        no("UTF-8: a sequence that is cut", "[\"\xE2\x82\"]");
        no("UTF-8: an overlong form of two bytes", "[\"\xC1\xBF\"]");
        no("UTF-8: an overlong form of three bytes", "[\"\xE0\x80\xAF\"]");
        no("UTF-8: a form of six bytes", "[\"\xFC\x81\x81\x81\x81\x81\"]");
        no("UTF-8: beyond U+10FFFF", "[\"\xF4\x90\x80\x80\"]");
        no("UTF-8: an encoded surrogate", "[\"\xED\xA0\x81\"]");
        no("UTF-8: in a name", "{\"\xFF\": 1}");

        no("encodings: UTF-16, little endian, with a mark", QByteArray("\xFF\xFE[\0]\0", 6));
        no("encodings: UTF-16, big endian, with a mark", QByteArray("\xFE\xFF\0[\0]", 6));
        no("encodings: UTF-16, little endian", QByteArray("[\0]\0", 4));
        no("encodings: UTF-16, big endian", QByteArray("\0[\0]", 4));
        no("encodings: UTF-8 with a mark", "\xEF\xBB\xBF[]");

        no("depth: 33 arrays", QByteArray(33, '[') + QByteArray(33, ']'));
        yes("depth: 32 arrays", QByteArray(32, '[') + QByteArray(32, ']'));

        yes("texts: a scalar alone", "\"tea\"");
        yes("texts: noncharacters", "[\"\xEF\xBF\xBF\xF4\x8F\xBF\xBF\"]");
        yes("texts: an escaped NUL", R"(["\u0000"])");
    }

    void areDecidedAsWritten()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isJson);
        const auto json = parseJson(std::string_view(text.constData(), std::size_t(text.size())));
        QCOMPARE(bool(json), isJson);
        if (!json)
            QVERIFY(json.error().code == ErrorCode::MalformedJson);
    }

    void duplicateNamesAreJsonButNotValid()
    {
        for (const char *text : {R"({"a":1,"a":2})", R"({"a":1,"a":1})", R"([{"":0,"":0}])"}) {
            const auto json = parseJson(text);
            QVERIFY(!json);
            QVERIFY(json.error().code == ErrorCode::InvalidBody);
        }
    }
};

TP_TEST(TestJsonOpenCases)
#include "tst_jsonopencases.moc"
