// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/httpdate.h"
#include "backend/http/responsehead.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::http::HttpDate;
using tp::http::reasonOf;
using tp::http::Response;
using tp::http::responseHead;

class TestResponseHead final : public QObject
{
    Q_OBJECT

private slots:
    void theServersFieldsAreAdded()
    {
        const Response response{.status = 201,
                                .contentType = "text/plain",
                                .headers = {{"ETag", "\"1\""}},
                                .body = "hello",
                                .close = false};
        QCOMPARE(responseHead(response, "now", true),
                 std::string("HTTP/1.1 201 Created\r\nDate: now\r\nContent-Type: text/plain\r\n"
                             "Content-Length: 5\r\nETag: \"1\"\r\nConnection: close\r\n\r\n"));
    }

    void anEmptyAnswerSaysSo()
    {
        QCOMPARE(responseHead({}, "now", false),
                 std::string("HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 0\r\n\r\n"));
        Response notModified;
        notModified.status = 304;
        QCOMPARE(responseHead(notModified, "now", false),
                 std::string("HTTP/1.1 304 Not Modified\r\nDate: now\r\n\r\n"));
    }

    void statusesHaveReasons()
    {
        QCOMPARE(reasonOf(200), std::string_view("OK"));
        QCOMPARE(reasonOf(507), std::string_view("Insufficient Storage"));
        QCOMPARE(reasonOf(422), std::string_view("Unprocessable Content"));
        QCOMPARE(reasonOf(299), std::string_view());
        QCOMPARE(reasonOf(999), std::string_view());
    }

    void datesAreThoseOfTheRfc()
    {
        HttpDate date;
        QCOMPARE(date.at(784111777), std::string_view("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(date.at(0), std::string_view("Thu, 01 Jan 1970 00:00:00 GMT"));
        QCOMPARE(date.at(1709164800), std::string_view("Thu, 29 Feb 2024 00:00:00 GMT"));
    }
};

TP_TEST(TestResponseHead)
#include "tst_responsehead.moc"
