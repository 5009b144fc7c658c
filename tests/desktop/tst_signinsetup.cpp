// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/signinbench.h"
#include "tests/support/testmain.h"
#include "ui/presentation/currencychoices.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::Error;
using tp::ErrorCode;
using tp::ui::SetUpField;
using tp::ui::ShopSetUp;
using tp::ui::SignInState;
using Mode = SignInState::Mode;

/// A fresh shop.
class TestSignInSetUp final : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInBench> m_bench;

    const SignInState &state() const { return m_bench->state(); }

    static ShopSetUp cornerShop()
    {
        return {.code = {},
                .shopName = u" The  corner "_s,
                .currency = u"EUR"_s,
                .ownerName = u"Mia Brandt"_s,
                .email = u"mia@corner.example"_s,
                .password = u"a long enough one"_s};
    }

    void open(const QString &code = u"ABCD-1234"_s)
    {
        m_bench->signIn.takeSetUpCode(code);
        m_bench->connection.backendReady();
        QTRY_VERIFY(state().mode != Mode::Waiting);
    }

private slots:
    void init() { m_bench = std::make_unique<SignInBench>(); }

    void aFreshShopIsSetUpFirst()
    {
        open();
        QCOMPARE(state().mode, Mode::SetUp);
        QVERIFY(!state().asksSetUpCode);
        m_bench->signIn.setUp(cornerShop());
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.setUps.size(), 1);
        const ShopSetUp sent = m_bench->sessions.setUps.first();
        QCOMPARE(sent.code, u"ABCD-1234"_s);
        QCOMPARE(sent.shopName, u"The corner"_s);
        m_bench->session.signOut();
        QCOMPARE(state().mode, Mode::Password); // Never again.
    }

    void whatIsMissingIsSaidBeforeAsking()
    {
        open();
        m_bench->signIn.setUp({});
        QCOMPARE(state().faults.keys(), (QList{SetUpField::ShopName, SetUpField::OwnerName,
                                               SetUpField::Email, SetUpField::Password}));
        QVERIFY(m_bench->sessions.setUps.isEmpty());
        for (const QString &text : state().faults)
            QVERIFY(!text.isEmpty());
    }

    void aBadFieldIsNamed_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::addColumn<SetUpField>("field");
        const QString good = u"mia@corner.example"_s;
        const QString password = u"a long enough one"_s;
        QTest::newRow("no at") << u"mia"_s << password << SetUpField::Email;
        QTest::newRow("nobody at") << u"@corner.example"_s << password << SetUpField::Email;
        QTest::newRow("at nowhere") << u"mia@"_s << password << SetUpField::Email;
        QTest::newRow("a space") << u"mia b@corner.example"_s << password << SetUpField::Email;
        QTest::newRow("short") << good << u"seven77"_s << SetUpField::Password;
        QTest::newRow("endless") << good << QString(257, u'x') << SetUpField::Password;
    }

    void aBadFieldIsNamed()
    {
        QFETCH(QString, email);
        QFETCH(QString, password);
        QFETCH(SetUpField, field);
        open();
        ShopSetUp shop = cornerShop();
        shop.email = email;
        shop.password = password;
        m_bench->signIn.setUp(shop);
        QCOMPARE(state().faults.keys(), QList{field});
    }

    void whatTheServerRefusesIsSaidAtTheField()
    {
        open();
        Error error{ErrorCode::InvalidBody, {}, {}};
        error.fields = {{u"/email"_s, ErrorCode::InvalidText, {}},
                        {u"/shop/currency"_s, ErrorCode::InvalidValue, {}},
                        {u"/unknown"_s, ErrorCode::InvalidValue, {}}};
        m_bench->sessions.answers = {error, Error{ErrorCode::WeakPassword, {}, {}}};
        m_bench->signIn.setUp(cornerShop());
        QTRY_VERIFY(!state().isBusy);
        QCOMPARE(state().faults.keys(), (QList{SetUpField::Currency, SetUpField::Email}));
        QVERIFY(!state().notice.isEmpty());
        m_bench->signIn.setUp(cornerShop());
        QTRY_VERIFY(!state().isBusy);
        QCOMPARE(state().faults.keys(), QList{SetUpField::Password});
    }

    void whoIsTooLateSignsIn()
    {
        open();
        m_bench->sessions.answers = {Error{ErrorCode::AlreadySetUp, {}, {}}};
        m_bench->signIn.setUp(cornerShop());
        QTRY_COMPARE(state().mode, Mode::Password);
        QVERIFY(!state().notice.isEmpty());
    }

    void aRestartedBackendHasAnotherCode()
    {
        open();
        m_bench->signIn.takeSetUpCode(u"WXYZ-9876"_s);
        m_bench->signIn.setUp(cornerShop());
        QTRY_COMPARE(m_bench->sessions.setUps.size(), 1);
        QCOMPARE(m_bench->sessions.setUps.first().code, u"WXYZ-9876"_s);
    }

    void aShopThatWasSetUpMeanwhileAsksForTheSignIn()
    {
        open();
        m_bench->signIn.takeSetUpCode({});
        QCOMPARE(state().mode, Mode::Password);
    }

    void aServerElsewhereAsksForItsCode()
    {
        m_bench =
            std::make_unique<SignInBench>(SignInBench::Shop::Real, SignInBench::Backend::Elsewhere);
        m_bench->connection.serverBack();
        QTRY_COMPARE(state().mode, Mode::Password);
        QVERIFY(state().canSetUp);
        m_bench->signIn.goToSetUp();
        QCOMPARE(state().mode, Mode::SetUp);
        QVERIFY(state().asksSetUpCode);
        m_bench->signIn.setUp(cornerShop());
        QCOMPARE(state().faults.keys(), QList{SetUpField::Code});
        ShopSetUp shop = cornerShop();
        shop.code = u" abcd-1234 "_s;
        m_bench->sessions.answers = {Error{ErrorCode::SetupCodeWrong, {}, {}}};
        m_bench->signIn.setUp(shop);
        QTRY_VERIFY(!state().isBusy);
        QCOMPARE(m_bench->sessions.setUps.first().code, u"abcd-1234"_s);
        QVERIFY(state().faults.contains(SetUpField::Code));
        m_bench->signIn.cancel();
        QCOMPARE(state().mode, Mode::Password);
    }

    void ourOwnBackendIsNotSetUpByHand()
    {
        open({});
        QVERIFY(!state().canSetUp);
        m_bench->signIn.goToSetUp();
        QCOMPARE(state().mode, Mode::Password);
    }

    void theCurrencyIsThatOfTheCountry()
    {
        using tp::ui::currencyOf;
        QCOMPARE(currencyOf(QLocale(QLocale::German, QLocale::Austria)), u"EUR"_s);
        QCOMPARE(currencyOf(QLocale(QLocale::English, QLocale::UnitedStates)), u"USD"_s);
        QCOMPARE(currencyOf(QLocale(QLocale::Japanese, QLocale::Japan)), u"JPY"_s);
        QCOMPARE(currencyOf(QLocale::c()), u"EUR"_s);
        const QStringList choices = tp::ui::currencyChoices();
        QVERIFY(choices.size() > 100);
        QVERIFY(choices.contains(u"EUR"_s) && choices.contains(u"KWD"_s));
    }
};

TP_TEST(TestSignInSetUp)

#include "tst_signinsetup.moc"
