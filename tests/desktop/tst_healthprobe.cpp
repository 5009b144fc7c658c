// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/healthprobe.h"
#include "app/api/httpclient.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using tp::api::HealthProbe;
using tp::test::TinyServer;
using Manner = TinyServer::Answer::Manner;

class TestHealthProbe final : public QObject
{
    Q_OBJECT

    const TinyServer::Answer m_well{200, R"({"status":"ok","checks":[]})"};
    const TinyServer::Answer m_unwell{503, {}, "text/plain"};
    const QString m_path = u"/health/ready"_s;

private slots:
    void oneFailureIsAHiccup()
    {
        TinyServer server;
        int asked = 0;
        server.answer(m_path, [&](const auto &) { return ++asked == 2 ? m_unwell : m_well; });
        tp::api::HttpClient http;
        http.setServer(server.url());
        HealthProbe probe(http, {2'000, 10, 10, 60'000, 2});
        const QSignalSpy lost(&probe, &HealthProbe::lost);
        const QSignalSpy back(&probe, &HealthProbe::back);
        probe.start();
        QTRY_VERIFY(asked > 4);
        QCOMPARE(lost.size(), 0);
        QCOMPARE(back.size(), 1);
    }

    void twoFailuresAreALossAndOneSuccessEndsIt()
    {
        TinyServer server;
        server.answer(m_path, m_well);
        tp::api::HttpClient http;
        http.setServer(server.url());
        HealthProbe probe(http, {2'000, 10, 10, 60'000, 2});
        const QSignalSpy lost(&probe, &HealthProbe::lost);
        const QSignalSpy back(&probe, &HealthProbe::back);
        probe.start();
        QTRY_COMPARE(back.size(), 1);
        server.answer(m_path, m_unwell);
        QTRY_COMPARE(lost.size(), 1);
        const qsizetype asked = server.requests().size();
        QTRY_VERIFY(server.requests().size() > asked + 2);
        QCOMPARE(lost.size(), 1); // Told once.
        server.answer(m_path, m_well);
        QTRY_COMPARE(back.size(), 2);
        QCOMPARE(lost.first().first().value<tp::Error>().code, tp::ErrorCode::Unavailable);
    }

    void silenceIsALossWhenPatienceEnds()
    {
        TinyServer server;
        server.answer(m_path, {200, {}, {}, Manner::Silent});
        tp::api::HttpClient http;
        http.setServer(server.url());
        HealthProbe probe(http, {50, 60'000, 60'000, 100, 2});
        const QSignalSpy lost(&probe, &HealthProbe::lost);
        probe.start();
        QTRY_COMPARE(lost.size(), 1);
        QCOMPARE(server.requests().size(), 1);
    }

    void aQuestionWithoutAnswerIsLookedInto()
    {
        TinyServer server;
        server.answer(m_path, m_well);
        tp::api::HttpClient http;
        http.setServer(server.url());
        HealthProbe probe(http, {2'000, 60'000, 10, 60'000, 2});
        connect(&http, &tp::api::HttpClient::noAnswer, &probe, &HealthProbe::checkNow);
        const QSignalSpy lost(&probe, &HealthProbe::lost);
        const QSignalSpy back(&probe, &HealthProbe::back);
        probe.start();
        QTRY_COMPARE(back.size(), 1);
        server.stop();
        http.get({u"/api/products"_s, {}}, this, [](const auto &) {});
        QTRY_COMPARE(lost.size(), 1);
    }

    void afterStopNothingIsTold()
    {
        TinyServer server;
        server.answer(m_path, {200, {}, {}, Manner::Silent});
        tp::api::HttpClient http;
        http.setServer(server.url());
        HealthProbe probe(http, {10'000, 10, 10, 10, 1});
        const QSignalSpy lost(&probe, &HealthProbe::lost);
        probe.start();
        QTRY_COMPARE(server.requests().size(), 1);
        probe.stop();
        http.setServer({}); // What was asked ends now, and belongs to the past.
        probe.checkNow();
        QCOMPARE(lost.size(), 0);
        QCOMPARE(server.requests().size(), 1);
    }
};

TP_TEST(TestHealthProbe)

#include "tst_healthprobe.moc"
