// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/desktop/signinbench.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tp::test;
using tp::Error;
using tp::ErrorCode;
using tp::ui::SignInPresenter;
using tp::ui::SignInState;
using tp::ui::StaffMember;
using Mode = SignInState::Mode;

/// Tiles and PINs, and how a computer becomes a till.
class TestSignInTill final : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInBench> m_bench;

    const SignInState &state() const { return m_bench->state(); }
    static QString idOf(const tp::ui::SignedInUser &user) { return user.id.toQString(); }

    void openTill(QList<StaffMember> staff = {staffOf(maya()), staffOf(boss())})
    {
        m_bench->tills.beTill(staff);
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Staff);
        QTRY_COMPARE(state().staff, staff);
    }

    void submit(const QString &digits)
    {
        m_bench->typePin(digits);
        m_bench->signIn.submitPin();
        QTRY_VERIFY(!state().isBusy);
    }

private slots:
    void init() { m_bench = std::make_unique<SignInBench>(); }

    void whoWasHereLastIsChosen()
    {
        m_bench->desk.lastPerson = idOf(boss());
        openTill();
        QCOMPARE(state().chosenId, idOf(boss()));
        QCOMPARE(state().registerCode, u"T1"_s);
    }

    void nobodyIsChosenWhereNobodyWas()
    {
        openTill();
        QCOMPARE(state().chosenId, QString());
        m_bench->typePin(u"1234"_s);
        QVERIFY(!state().canSubmitPin);
        m_bench->signIn.submitPin();
        QVERIFY(m_bench->sessions.pins.isEmpty());
    }

    void theRightPinSignsIn()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->typePin(u"258"_s);
        QVERIFY(!state().canSubmitPin);
        m_bench->typePin(u"0"_s);
        QVERIFY(state().canSubmitPin);
        QCOMPARE(state().pinLength, 4);
        m_bench->signIn.submitPin();
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.pins, (QList{std::pair(maya().id, u"2580"_s)}));
        m_bench->session.lock();
        QCOMPARE(state().pinLength, 0); // Nothing of it is left.
        QCOMPARE(state().chosenId, idOf(maya()));
        QCOMPARE(state().lockedFor, maya().name);
    }

    void anotherTileTakesAnotherPin()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->typePin(u"25"_s);
        m_bench->signIn.chooseStaff(idOf(boss()));
        QCOMPARE(state().pinLength, 0);
    }

    void aWrongPinIsSaidAndGone()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->sessions.answers = {Error{ErrorCode::InvalidCredentials, {}, {}}};
        submit(u"1111"_s);
        QCOMPARE(state().pinLength, 0);
        QVERIFY(!state().notice.isEmpty());
        m_bench->signIn.typeDigit(2);
        QVERIFY(state().notice.isEmpty()); // It has been read.
    }

    void theGrowingDelayIsOnePersons()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->sessions.answers = {Error{ErrorCode::TooManyRequests, {}, {}, 16}};
        submit(u"1111"_s);
        QCOMPARE(state().waitSeconds, 16);
        submit(u"1111"_s);
        QCOMPARE(m_bench->sessions.pins.size(), 1);
        m_bench->signIn.chooseStaff(idOf(boss()));
        QCOMPARE(state().waitSeconds, 0);
        submit(u"1470"_s);
        QVERIFY(m_bench->session.state().isSignedIn());
    }

    void aLockedPinAsksForAManager()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->sessions.answers = {Error{ErrorCode::PinLocked, {}, {}}};
        StaffMember locked = staffOf(maya());
        locked.isPinLocked = true;
        m_bench->tills.staff = QList<StaffMember>{locked, staffOf(boss())};
        submit(u"1111"_s);
        QVERIFY(!state().notice.isEmpty());
        QTRY_VERIFY(state().staff.first().isPinLocked);
        m_bench->typePin(u"2222"_s);
        QVERIFY(!state().canSubmitPin);

        // A manager unlocks it elsewhere; a tap on the tile looks again.
        m_bench->tills.staff = QList<StaffMember>{staffOf(maya()), staffOf(boss())};
        m_bench->signIn.chooseStaff(idOf(maya()));
        QTRY_VERIFY(!state().staff.first().isPinLocked);
        QVERIFY(state().notice.isEmpty());
    }

    void whoHasNoPinUsesAPassword()
    {
        StaffMember none = staffOf(boss());
        none.hasPin = false;
        openTill({staffOf(maya()), none});
        m_bench->signIn.chooseStaff(idOf(boss()));
        QCOMPARE(state().mode, Mode::Password);
        QVERIFY(state().isHint);
        QVERIFY(state().notice.what.contains(u"Noor"));
        m_bench->signIn.cancel();
        QCOMPARE(state().mode, Mode::Staff);
    }

    void whoIsLockedOutWithoutAPinUsesAPassword()
    {
        StaffMember none = staffOf(maya());
        none.hasPin = false;
        openTill({none, staffOf(boss())});
        m_bench->session.begin(maya());
        m_bench->session.lock();
        QTRY_COMPARE(state().mode, Mode::Password);
        QCOMPARE(state().email, maya().email);
        QCOMPARE(state().lockedFor, maya().name);
        m_bench->signIn.goToStaff(); // Another may unlock it.
        const int loads = m_bench->tills.staffLoads;
        QTRY_COMPARE(m_bench->tills.staffLoads, loads);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(state().mode, Mode::Staff);
    }

    void aScanIsNoWrongPin()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        const QSignalSpy beeps(&m_bench->signIn, &SignInPresenter::scanIgnored);
        for (int place = 0; place < 8; ++place)
            m_bench->signIn.typeDigit(place, 5'000 + place * 10);
        m_bench->signIn.submitPin();
        QVERIFY(m_bench->sessions.pins.isEmpty());
        QCOMPARE(beeps.size(), 1);
        QCOMPARE(state().pinLength, 0);
        submit(u"2580"_s);
        QVERIFY(m_bench->session.state().isSignedIn());
    }

    void thirteenDigitsAreNoPin()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        submit(u"4006381333931"_s);
        QVERIFY(m_bench->sessions.pins.isEmpty());
        QVERIFY(!state().notice.isEmpty());
    }

    void whileItIsAskedNothingElseIs()
    {
        openTill();
        m_bench->signIn.chooseStaff(idOf(maya()));
        m_bench->sessions.replies.isHeld = true;
        m_bench->typePin(u"2580"_s);
        m_bench->signIn.submitPin();
        m_bench->signIn.submitPin();
        m_bench->signIn.chooseStaff(idOf(boss()));
        m_bench->signIn.goToPassword();
        m_bench->typePin(u"9"_s);
        QCOMPARE(state().mode, Mode::Staff);
        QCOMPARE(state().chosenId, idOf(maya()));
        m_bench->sessions.replies.release();
        QVERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.pins.size(), 1);
    }

    void aTillThatWasReplacedIsNoneAnyMore_data()
    {
        QTest::addColumn<bool>("isByPin");
        QTest::newRow("the tiles say so") << false;
        QTest::newRow("a PIN says so") << true;
    }

    void aTillThatWasReplacedIsNoneAnyMore()
    {
        QFETCH(bool, isByPin);
        const Error replaced{ErrorCode::Unauthorized, {}, {}};
        if (isByPin) {
            openTill();
            m_bench->signIn.chooseStaff(idOf(maya()));
            m_bench->sessions.answers = {replaced};
            submit(u"2580"_s);
        } else {
            m_bench->tills.beTill({});
            m_bench->tills.staff = replaced;
            m_bench->connection.backendReady();
        }
        QTRY_COMPARE(state().mode, Mode::Password);
        QCOMPARE(m_bench->tills.forgets, 1);
        QVERIFY(!state().isTill);
        QVERIFY(!state().notice.isEmpty());
    }

    void withoutAnAnswerItStaysATill()
    {
        m_bench->tills.beTill({});
        m_bench->tills.staff = Error{ErrorCode::Unavailable, {}, {}};
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Staff);
        QTRY_VERIFY(!state().notice.isEmpty());
        QCOMPARE(m_bench->tills.forgets, 0);

        m_bench->tills.staff = QList<StaffMember>{staffOf(maya())};
        m_bench->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
        m_bench->connection.serverBack();
        QTRY_COMPARE(state().staff.size(), 1);
        QVERIFY(state().notice.isEmpty());
    }

    void aManagerIsOfferedToMakeItATill()
    {
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Password);
        m_bench->session.begin(maya());
        QVERIFY(!m_bench->till.state().offer);
        QCOMPARE(m_bench->tills.registerLoads, 0);
        m_bench->session.begin(boss());
        QTRY_VERIFY(m_bench->till.state().offer);
        QCOMPARE(m_bench->till.state().offer->code, u"T1"_s);
        QCOMPARE(m_bench->tills.claims, 0); // Not by itself.

        m_bench->till.claim();
        m_bench->till.claim();
        QTRY_VERIFY(m_bench->till.state().till);
        QCOMPARE(m_bench->tills.claims, 1);
        QVERIFY(!m_bench->till.state().offer);
        m_bench->tills.staff = QList<StaffMember>{staffOf(boss())};
        m_bench->session.lock();
        QCOMPARE(state().mode, Mode::Staff);
        QTRY_COMPARE(state().chosenId, idOf(boss()));
    }

    void anOfferCanBeDeclined()
    {
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Password);
        m_bench->session.begin(boss());
        QTRY_VERIFY(m_bench->till.state().offer);
        m_bench->till.declineOffer();
        QVERIFY(!m_bench->till.state().offer);
        m_bench->session.lock();
        m_bench->session.begin(boss());
        QCOMPARE(m_bench->tills.registerLoads, 1);
    }

    void aTakenRegisterIsNotOffered()
    {
        m_bench->tills.registers = QList<tp::ui::ShopRegister>{{registerId(1), u"T1"_s, true},
                                                               {registerId(2), u"T2"_s, false}};
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Password);
        m_bench->session.begin(boss());
        QTRY_VERIFY(m_bench->till.state().offer);
        QCOMPARE(m_bench->till.state().offer->code, u"T2"_s);
    }

    void aClaimThatFailsCanBeTriedAgain()
    {
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Password);
        m_bench->session.begin(boss());
        QTRY_VERIFY(m_bench->till.state().offer);
        m_bench->tills.claimTrouble = Error{ErrorCode::Unavailable, {}, {}};
        m_bench->till.claim();
        QTRY_VERIFY(!m_bench->till.state().notice.isEmpty());
        QVERIFY(m_bench->till.state().offer);
        m_bench->tills.claimTrouble.reset();
        m_bench->till.claim();
        QTRY_VERIFY(m_bench->till.state().till);
        QVERIFY(m_bench->till.state().notice.isEmpty());
    }

    void theDemoShopMakesItATillByItself()
    {
        m_bench = std::make_unique<SignInBench>(SignInBench::Shop::Demo);
        m_bench->tills.registers = QList<tp::ui::ShopRegister>{{registerId(1), u"T1"_s, true}};
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Password);
        m_bench->sessions.user = boss();
        m_bench->signIn.signInAsDemo(1);
        QTRY_VERIFY(m_bench->till.state().till);
        QCOMPARE(m_bench->sessions.passwords.last().password, u"demo-noor-manages"_s);
    }

    void aDemoPersonSignsInAsTheTillDoes()
    {
        m_bench = std::make_unique<SignInBench>(SignInBench::Shop::Demo);
        openTill();
        m_bench->signIn.signInAsDemo(7); // Nobody.
        m_bench->signIn.signInAsDemo(0);
        QTRY_VERIFY(m_bench->session.state().isSignedIn());
        QCOMPARE(m_bench->sessions.pins, (QList{std::pair(maya().id, u"2580"_s)}));
    }

    void withoutAKeyringThatIsSaidOnce()
    {
        m_bench->tills.beTill({staffOf(maya())}, tp::ui::KeptIn::File);
        m_bench->connection.backendReady();
        QTRY_COMPARE(state().mode, Mode::Staff);
        m_bench->session.setKeptIn(tp::ui::KeptIn::Nowhere);
        QVERIFY(m_bench->keeping.notice().isEmpty()); // Nobody is here to read it.
        m_bench->session.begin(maya());
        const tp::ui::Notice both = m_bench->keeping.notice();
        QVERIFY(!both.isEmpty());
        m_bench->session.setKeptIn(tp::ui::KeptIn::Keychain);
        QVERIFY(!m_bench->keeping.notice().isEmpty());
        QVERIFY(m_bench->keeping.notice() != both);
        m_bench->keeping.confirm();
        QVERIFY(m_bench->keeping.notice().isEmpty());
        QVERIFY(m_bench->desk.hasRead);
    }
};

TP_TEST(TestSignInTill)

#include "tst_signintill.moc"
