// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/session/tillclient.h"
#include "tests/desktop/fakesecrets.h"
#include "tests/desktop/tinyserver.h"
#include "tests/support/faketill.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::ErrorCode;
using tp::session::SecretFile;
using tp::session::TillClient;
using tp::ui::KeptIn;
using tp::ui::TillIdentity;

namespace {

constexpr auto Claim = R"({"till_id":"01900000-0000-7000-8000-000000000001",)"
                       R"("register_id":"01900000-0000-7000-8000-000a00000001","code":"T1",)"
                       R"("secret":"s3cret","series":"T1","next_number":1})";

}

class TestTillClient final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TinyServer> m_server;
    FakeSecrets m_secrets;
    std::unique_ptr<tp::api::HttpClient> m_http;
    std::unique_ptr<TillClient> m_till;

    QString secretPath() const { return m_folder->filePath(u"data/till-shop.secret"_s); }

    void start()
    {
        m_till = std::make_unique<TillClient>(*m_http, m_secrets, u"the shop"_s,
                                              SecretFile(secretPath()));
    }

    std::optional<TillIdentity> loaded()
    {
        std::optional<TillIdentity> till;
        bool isAnswered = false;
        m_till->load(this, [&](const auto &answer) {
            till = answer;
            isAnswered = true;
        });
        [&isAnswered] { QTRY_VERIFY(isAnswered); }();
        return till;
    }

    std::optional<TillIdentity> claimed()
    {
        std::optional<TillIdentity> till;
        bool isAnswered = false;
        m_till->claim(registerId(1), this, [&](const tp::Result<TillIdentity> &answer) {
            if (answer)
                till = answer.value();
            isAnswered = true;
        });
        [&isAnswered] { QTRY_VERIFY(isAnswered); }();
        return till;
    }

private slots:
    void init()
    {
        m_till.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<TinyServer>();
        m_server->answer(u"/api/registers/%1/claim"_s.arg(registerId(1).toQString()), {201, Claim});
        m_secrets = {};
        m_http = std::make_unique<tp::api::HttpClient>();
        m_http->setServer(m_server->url());
        start();
    }

    void aFreshComputerIsNoTill()
    {
        QVERIFY(!loaded());
        QVERIFY(m_till->credentials().isEmpty());
    }

    void aClaimIsKeptInTheKeychain()
    {
        const auto till = claimed();
        QVERIFY(till);
        QCOMPARE(till->code, u"T1"_s);
        QCOMPARE(till->keptIn, KeptIn::Keychain);
        QVERIFY(!QFile::exists(secretPath()));
        QCOMPARE(m_till->credentials().first().second, "s3cret");

        start();
        const auto again = loaded();
        QVERIFY(again);
        QCOMPARE(*again, *till);
        QCOMPARE(m_till->registerId(), registerId(1));
    }

    void whoNumbersSalesIsToldWhetherTheClaimIsNew()
    {
        QSignalSpy claimedNow(m_till.get(), &TillClient::claimed);
        QVERIFY(claimed());
        QCOMPARE(claimedNow.size(), 1);
        QCOMPARE(claimedNow.first().first().value<tp::contract::TillClaim>().series, u"T1"_s);

        start();
        QSignalSpy claimedAgain(m_till.get(), &TillClient::claimed);
        QSignalSpy known(m_till.get(), &TillClient::loaded);
        QVERIFY(loaded());
        QCOMPARE(known.size(), 1);
        QCOMPARE(known.first().first().value<tp::contract::TillClaim>().secret, u"s3cret"_s);
        QVERIFY(claimedAgain.isEmpty());
        QSignalSpy forgottenNow(m_till.get(), &TillClient::forgotten);
        m_till->forget();
        QCOMPARE(forgottenNow.size(), 1);
    }

    void withoutAKeyringItIsAFileOfItsOwner()
    {
        m_secrets.isMissing = true;
        const auto till = claimed();
        QVERIFY(till);
        QCOMPARE(till->keptIn, KeptIn::File);
        QCOMPARE(QFileInfo(secretPath()).permissions() &
                     ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
                 QFile::ReadOwner | QFile::WriteOwner);

        start();
        const auto again = loaded();
        QVERIFY(again);
        QCOMPARE(again->keptIn, KeptIn::File);
    }

    void aFileThatOthersCouldReadIsNotBelieved()
    {
        m_secrets.isMissing = true;
        QVERIFY(claimed());
        QVERIFY(QFile::setPermissions(secretPath(),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        start();
        QVERIFY(!loaded());
    }

    void aFileWithNonsenseIsNoTill()
    {
        const SecretFile file(secretPath());
        QVERIFY(file.write("nonsense"));
        QVERIFY(!loaded());
    }

    void whereNothingCanBeKeptItIsATillForThisRun()
    {
        m_secrets.isMissing = true;
        QFile blocker(m_folder->filePath(u"data"_s)); // Where the folder would be.
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const auto till = claimed();
        QVERIFY(till);
        QCOMPARE(till->keptIn, KeptIn::Nowhere);
        QVERIFY(!m_till->credentials().isEmpty());
    }

    void aKeychainThatComesLaterTakesOver()
    {
        m_secrets.isMissing = true;
        QVERIFY(claimed());
        m_secrets.isMissing = false;
        QVERIFY(claimed());
        QVERIFY(!QFile::exists(secretPath())); // That secret is void.
    }

    void aRefusedClaimChangesNothing()
    {
        m_server->answer(u"/api/registers/%1/claim"_s.arg(registerId(1).toQString()), {403, "{}"});
        QVERIFY(!claimed());
        QVERIFY(m_secrets.kept.isEmpty());
        QVERIFY(m_till->credentials().isEmpty());
    }

    void whatIsForgottenIsGone()
    {
        QVERIFY(claimed());
        m_till->forget();
        QVERIFY(m_till->credentials().isEmpty());
        start();
        QVERIFY(!loaded());
    }

    void theTilesComeForTheTillsSecret()
    {
        m_server->answer(u"/api/registers/%1/staff"_s.arg(registerId(1).toQString()),
                         {200, R"({"items":[{"id":"01900000-0000-7000-8000-000900000001",)"
                               R"("full_name":"Maya","roles":["cashier"],"has_pin":true,)"
                               R"("pin_locked":true}],"next_cursor":null})"});
        QVERIFY(claimed());
        QList<tp::ui::StaffMember> staff;
        m_till->loadStaff(this, [&staff](const auto &answer) {
            QVERIFY(answer);
            staff = answer.value();
        });
        QTRY_COMPARE(staff.size(), 1);
        QCOMPARE(staff.first().name, u"Maya"_s);
        QVERIFY(staff.first().hasPin && staff.first().isPinLocked);
        QCOMPARE(m_server->requests().last().header("X-Till-Secret"), "s3cret");
    }

    void registersAreListed()
    {
        m_server->answer(u"/api/registers"_s,
                         {200, R"({"items":[{"id":"01900000-0000-7000-8000-000a00000001",)"
                               R"("code":"T1","name":"Till","claimed":true,"version":1,)"
                               R"("created_at":"2026-01-01T00:00:00.000Z",)"
                               R"("updated_at":"2026-01-01T00:00:00.000Z"}],)"
                               R"("next_cursor":null})"});
        QList<tp::ui::ShopRegister> registers;
        m_till->loadRegisters(this, [&registers](const auto &answer) {
            QVERIFY(answer);
            registers = answer.value();
        });
        QTRY_COMPARE(registers.size(), 1);
        QCOMPARE(registers.first().code, u"T1"_s);
        QVERIFY(registers.first().isClaimed);
    }
};

TP_TEST(TestTillClient)

#include "tst_tillclient.moc"
