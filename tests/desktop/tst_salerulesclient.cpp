// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/api/salerulesclient.h"
#include "tests/desktop/jsontext.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::ErrorCode;
using tp::Result;
using tp::ui::SaleRules;

namespace {

const auto Path = u"/api/sale-rules"_s;

TinyServer::Answer rulesOf(const QByteArray &shop)
{
    return {200, json("{'shop':{'name':'" + shop +
                      "','address':'High St 1','tax_id':'CHE-1'},'currency':'CHF',"
                      "'prices_include_tax':false,'tax_rounding':'group','tax_classes':[{'code':"
                      "'standard','name':'Normal','rate_ppm':81000,'valid_from':"
                      "'2024-01-01T00:00:00.000Z'}],'cash_rounding':{'CHF':5,'SEK':100},"
                      "'scale_barcodes':[{'prefix':'29','kind':'weight'}],'version':4,'more':1}")};
}

} // namespace

class TestSaleRulesClient final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyServer> m_server;
    std::unique_ptr<tp::api::HttpClient> m_http;

    QString filePath() const { return m_folder->filePath(u"till/rules.json"_s); }

    /// Asked by a program that has just been started.
    Result<SaleRules> load()
    {
        tp::api::SaleRulesClient client(*m_http, filePath());
        std::optional<Result<SaleRules>> said;
        client.loadRules(this, [&said](const auto &answer) { said = answer; });
        [&said] { QTRY_VERIFY(said); }();
        return said.value_or(tp::Error{ErrorCode::RequestTimeout, {}, {}});
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TinyServer>();
        m_server->answer(Path, rulesOf("Tea"));
        m_http = std::make_unique<tp::api::HttpClient>();
        m_http->setServer(m_server->url());
    }

    void theyAreWhatTheShopDecided()
    {
        const auto rules = load();
        QVERIFY(rules);
        QCOMPARE(rules->shopName, u"Tea"_s);
        QCOMPARE(rules->shopAddress, u"High St 1"_s);
        QCOMPARE(rules->taxId, u"CHE-1"_s);
        QCOMPARE(rules->pricing.currency.codeText(), u"CHF"_s);
        QVERIFY(rules->pricing.taxMode == tp::pricing::TaxMode::Excluded);
        QVERIFY(rules->pricing.taxRounding == tp::pricing::TaxRounding::Group);
        QCOMPARE(rules->pricing.cashStepMinor, 5);
        QCOMPARE(rules->taxClasses.size(), 1);
        QCOMPARE(rules->taxClasses.first().code, u"standard"_s);
        QCOMPARE(rules->taxClasses.first().rate.ppm(), 81'000);
        QCOMPARE(rules->taxClasses.first().validFromMs, 1'704'067'200'000);
    }

    void withoutAServerTheLastOnesHold()
    {
        QVERIFY(load());
        m_server->answer(Path, rulesOf("Tea and cake"));
        QVERIFY(load());
        m_server->stop();
        const auto kept = load();
        QVERIFY(kept);
        QCOMPARE(kept->shopName, u"Tea and cake"_s);
        QCOMPARE(kept->pricing.cashStepMinor, 5);
        QCOMPARE(kept->taxClasses.first().rate.ppm(), 81'000);
    }

    void withoutAServerAndAFileThereAreNone()
    {
        m_server->stop();
        QCOMPARE(load().error().code, ErrorCode::Unavailable);
    }

    void aDamagedFileIsNone()
    {
        QVERIFY(load());
        QVERIFY(QFile::resize(filePath(), 40));
        m_server->stop();
        QCOMPARE(load().error().code, ErrorCode::Unavailable);
    }

    void whoMayNotSellGetsNoneWhateverWasKept_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("401") << 401 << ErrorCode::Unauthorized;
        QTest::newRow("403") << 403 << ErrorCode::Forbidden;
    }

    void whoMayNotSellGetsNoneWhateverWasKept()
    {
        QFETCH(int, status);
        QFETCH(ErrorCode, code);
        QVERIFY(load());
        m_server->answer(Path, TinyServer::Answer{status, "no", "text/plain"});
        QCOMPARE(load().error().code, code);
        m_server->answer(Path, TinyServer::Answer{500, "no", "text/plain"});
        QVERIFY(load());
    }

    void aNonsenseAnswerReplacesNothing()
    {
        QVERIFY(load());
        m_server->answer(Path, TinyServer::Answer{200, "{}"});
        const auto kept = load();
        QVERIFY(kept);
        QCOMPARE(kept->shopName, u"Tea"_s);
    }
};

TP_TEST(TestSaleRulesClient)

#include "tst_salerulesclient.moc"
