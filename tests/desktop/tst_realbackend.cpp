// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/httpclient.h"
#include "app/backendprocess/backendprocess.h"
#include "app/demostaff.h"
#include "app/session/issuersignin.h"
#include "app/session/sessionclient.h"
#include "app/session/tillclient.h"
#include "tests/desktop/fakesecrets.h"
#include "tests/support/fakeclock.h"
#include "tests/support/notedsecrets.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using namespace tp::session;
using tp::ErrorCode;
using tp::Permission;
using tp::ui::SignedInUser;

/// The clients of app/session and the backend that ships with them, as they understand each other:
/// no window and no fake but the keychain.
class TestRealBackend final : public QObject
{
    Q_OBJECT

    using UserResult = tp::Result<SignedInUser>;

    QTemporaryDir m_folder;
    FakeClock m_clock;
    SeededRandom m_random{5};
    FakeSecrets m_secrets;
    std::unique_ptr<tp::backendprocess::BackendProcess> m_backend;
    QString m_setUpCode;
    std::unique_ptr<SessionTokens> m_tokens;
    std::unique_ptr<tp::api::HttpClient> m_http;
    std::unique_ptr<TillClient> m_till;
    std::unique_ptr<IssuerSignIn> m_elsewhere;
    std::unique_ptr<SessionClient> m_client;

    void serve(const QString &shop, bool isDemo)
    {
        stop();
        tp::backendprocess::BackendCommand command;
        command.program = QStringLiteral(REAL_BACKEND);
        command.arguments = {u"serve"_s,
                             u"--listen"_s,
                             u"127.0.0.1:0"_s,
                             u"--database"_s,
                             u"sqlite:"_s + m_folder.filePath(shop + u".db"_s),
                             u"--with-parent"_s};
        if (isDemo)
            command.arguments.append(u"--demo"_s);
        command.dataFolder = m_folder.path();
        command.lockFile = m_folder.filePath(shop + u".lock"_s);
        m_backend =
            std::make_unique<tp::backendprocess::BackendProcess>(command, m_clock, m_random);
        QSignalSpy ready(m_backend.get(), &tp::backendprocess::BackendProcess::ready);
        m_backend->start();
        QVERIFY2(ready.wait(60'000), qPrintable(m_backend->log().join(u'\n')));
        m_setUpCode = ready.first().at(1).toString();
        noteSecret(m_setUpCode);
        makeClients(ready.first().at(0).toUrl());
    }

    void makeClients(QUrl server) // A copy: it may be the old client's.
    {
        m_client.reset();
        m_till.reset();
        m_http = std::make_unique<tp::api::HttpClient>();
        m_tokens = std::make_unique<SessionTokens>();
        m_http->setServer(server);
        m_http->setTokens(m_tokens.get());
        m_till = std::make_unique<TillClient>(*m_http, m_secrets, u"shop"_s,
                                              SecretFile(m_folder.filePath(u"till.secret"_s)));
        m_elsewhere = std::make_unique<IssuerSignIn>(m_random, [](const QUrl &) { return false; });
        m_client = std::make_unique<SessionClient>(
            SessionClient::Neighbours{*m_http, *m_tokens, m_secrets, *m_till, *m_elsewhere},
            u"shop"_s, u"Tradepost, test"_s);
    }

    void stop()
    {
        // All output is searched for secrets, and what the backend said belongs to it.
        for (const QString &line : m_backend ? m_backend->log() : QStringList())
            qInfo().noquote() << line;
        if (m_tokens)
            noteSecret(m_tokens->token());
        m_client.reset();
        m_till.reset();
        m_http.reset();
        m_tokens.reset();
        m_backend.reset();
    }

    /// What a question to one of the ports is answered with.
    template <typename T, typename Question>
    tp::Result<T> answerOf(Question question)
    {
        std::optional<tp::Result<T>> answer;
        question([&answer](const tp::Result<T> &given) { answer = given; });
        [&answer] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000); }();
        return answer.value_or(tp::Error{ErrorCode::RequestTimeout, {}, {}});
    }

    UserResult signIn(const QString &email, const QString &password)
    {
        noteSecret(password);
        return answerOf<SignedInUser>([&](auto reply) {
            m_client->signIn({email, password, {}}, this, reply);
        });
    }

    UserResult signInWithPin(tp::UserId who, const QString &pin)
    {
        noteSecret(pin);
        return answerOf<SignedInUser>(
            [&](auto reply) { m_client->signInWithPin(who, pin, this, reply); });
    }

private slots:
    void init() { m_secrets = {}; }
    void cleanup() { stop(); }

    void aDayAtTheDemoShop()
    {
        serve(u"demo"_s, true);
        QVERIFY(m_setUpCode.isEmpty());
        const auto people = tp::app::demoStaff();

        const auto owner = signIn(people.at(0).email, people.at(0).password);
        QVERIFY(owner);
        QCOMPARE(owner->name, people.at(0).name);
        QVERIFY(owner->may(Permission::RegistersManage) && owner->may(Permission::OrdersCreate));
        const auto wrong = signIn(people.at(1).email, u"not the password"_s);
        QCOMPARE(wrong.error().code, ErrorCode::InvalidCredentials);

        const auto registers = answerOf<QList<tp::ui::ShopRegister>>(
            [this](auto reply) { m_till->loadRegisters(this, reply); });
        QVERIFY(registers);
        QCOMPARE(registers->first().code, u"T1"_s);
        QVERIFY(!registers->first().isClaimed);
        const auto till = answerOf<tp::ui::TillIdentity>(
            [&](auto reply) { m_till->claim(registers->first().id, this, reply); });
        QVERIFY(till);
        QCOMPARE(till->code, u"T1"_s);

        const auto staff = answerOf<QList<tp::ui::StaffMember>>(
            [this](auto reply) { m_till->loadStaff(this, reply); });
        QVERIFY(staff);
        QCOMPARE(staff->size(), people.size());
        for (const tp::ui::StaffMember &member : staff.value()) {
            QVERIFY(member.hasPin && !member.isPinLocked);
            const auto known =
                std::find_if(people.begin(), people.end(), [&](const tp::ui::DemoPerson &one) {
                    return one.name == member.name;
                });
            QVERIFY(known != people.end());
            QCOMPARE(signInWithPin(member.id, u"00000"_s).error().code,
                     ErrorCode::InvalidCredentials);
            const auto here = signInWithPin(member.id, known->pin);
            QVERIFY(here);
            QCOMPARE(here->name, member.name);
            QCOMPARE(here->may(Permission::UsersManage), known->role != tp::Role::Cashier);
        }
    }

    void tokensAreRenewedAndEnd()
    {
        serve(u"tokens"_s, true);
        const auto people = tp::app::demoStaff();
        QVERIFY(signIn(people.at(0).email, people.at(0).password));
        const QByteArray before = m_tokens->token();
        bool isRenewed = false;
        m_tokens->renew(before, this,
                        [&isRenewed](const auto &answer) { isRenewed = bool(answer); });
        QTRY_VERIFY_WITH_TIMEOUT(isRenewed, 20'000);
        QVERIFY(m_tokens->token() != before);

        // The next run of the program goes on, and is nobody's any more once it has signed out.
        makeClients(m_http->server());
        const auto kept =
            answerOf<SignedInUser>([this](auto reply) { m_client->resume(this, reply); });
        QVERIFY(kept);
        const auto secrets = m_secrets.kept;
        m_client->signOut();
        m_secrets.kept = secrets;
        const auto ended =
            answerOf<SignedInUser>([this](auto reply) { m_client->resume(this, reply); });
        QCOMPARE(ended.error().code, ErrorCode::Unauthorized);
    }

    void aFreshShopIsSetUpOnce()
    {
        serve(u"fresh"_s, false);
        QVERIFY(!m_setUpCode.isEmpty());
        tp::ui::ShopSetUp shop{.code = u"WRONG-CODE"_s,
                               .shopName = u"The corner"_s,
                               .currency = u"CHF"_s,
                               .ownerName = u"Mia Brandt"_s,
                               .email = u"Mia@Corner.example"_s,
                               .password = u"password1"_s};
        const auto setUp = [&] {
            return answerOf<SignedInUser>([&](auto reply) { m_client->setUp(shop, this, reply); });
        };
        QCOMPARE(setUp().error().code, ErrorCode::SetupCodeWrong);
        shop.code = m_setUpCode;
        const auto weak = setUp();
        QVERIFY(!weak);
        QCOMPARE(weak.error().fields.first().pointer, u"/password"_s);
        shop.password = u"green tea and rain"_s;
        const auto owner = setUp();
        QVERIFY(owner);
        QCOMPARE(owner->email, u"mia@corner.example"_s);
        QVERIFY(owner->may(Permission::SettingsWrite));
        QCOMPARE(setUp().error().code, ErrorCode::AlreadySetUp);
        QVERIFY(signIn(u"mia@corner.EXAMPLE"_s, shop.password));
    }
};

TP_TEST(TestRealBackend)

#include "tst_realbackend.moc"
