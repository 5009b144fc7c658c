// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/answer.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using tp::ErrorCode;
using tp::api::readAnswer;

Q_DECLARE_METATYPE(tp::ErrorCode)

namespace {

/// JSON with ' for ", which moc could not read in a raw string.
QByteArray bodyFrom(QByteArray json)
{
    return json.replace('\'', '"');
}

} // namespace

class TestAnswer final : public QObject
{
    Q_OBJECT

private slots:
    void aSuccessIsItsJson()
    {
        const auto json =
            readAnswer({200, "application/json; charset=utf-8", bodyFrom("{'a': 1}")});
        QVERIFY(json);
        QCOMPARE(json->find("a")->text, std::string("1"));
        QVERIFY(readAnswer({204, {}, {}})->isNull());
    }

    void aRefusalKeepsItsCodeAndFields()
    {
        const auto refused = readAnswer(
            {409, "application/problem+json",
             bodyFrom("{'type':'/docs#sku_taken','title':'t','status':409,'detail':'taken',"
                      "'code':'sku_taken','request_id':'r',"
                      "'errors':[{'pointer':'/sku','code':'sku_taken','detail':'d'}]}")});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::SkuTaken);
        QCOMPARE(refused.error().fields.size(), 1);
        QCOMPARE(refused.error().fields.first().pointer, u"/sku"_s);
    }

    void whatIsNotOursIsJudgedByItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray html("text/html");
        const QByteArray problem("application/problem+json");
        const QByteArray json("application/json");
        using enum ErrorCode;
        QTest::newRow("proxy") << 502 << html << QByteArray("<html>") << Unavailable;
        QTest::newRow("busy") << 503 << html << QByteArray() << Unavailable;
        QTest::newRow("not found") << 404 << html << QByteArray("<html>") << NotFound;
        QTest::newRow("sign in") << 401 << html << QByteArray() << Unauthorized;
        QTest::newRow("teapot") << 418 << html << QByteArray() << Internal;
        QTest::newRow("redirect") << 301 << html << QByteArray() << Internal;
        QTest::newRow("broken problem") << 503 << problem << QByteArray("{") << Unavailable;
        QTest::newRow("problem of another") << 403 << problem << QByteArray("[]") << Forbidden;
        QTest::newRow("page for JSON") << 200 << html << QByteArray("<html>") << Internal;
        QTest::newRow("no type") << 200 << QByteArray() << QByteArray("{}") << Internal;
        QTest::newRow("cut JSON") << 200 << json << bodyFrom("{'a':") << Internal;
        QTest::newRow("empty JSON") << 200 << json << QByteArray() << Internal;
        QTest::newRow("twice") << 200 << json << bodyFrom("{'a':1,'a':2}") << Internal;
        QTest::newRow("deep") << 200 << json << QByteArray(10'000, '[') << Internal;
    }

    void whatIsNotOursIsJudgedByItsStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const auto answer = readAnswer({status, type, body});
        QVERIFY(!answer);
        QTEST(answer.error().code, "code");
    }
};

TP_TEST(TestAnswer)

#include "tst_answer.moc"
