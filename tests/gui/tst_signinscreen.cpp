// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::test {

/// Signing in as a person does it: by keyboard and by finger.
class TestSignInScreen final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_shop.reset(); }
    void cleanup() { m_shop.reset(); }

    void anEmailAPasswordAndEnter();
    void aWrongPasswordCanBeTypedAgainAtOnce();
    void aSecondFactorGetsItsField();
    void aPasswordCanBeLookedAt();
    void whatWasTypedIsGoneAfterwards();
    void pressingTwiceIsAskingOnce();
    void holdingEnterIsAskingOnce();
    void aPauseDisablesTheButtonAndIsCounted();
    void aPinByKeyboard();
    void aPinByFinger();
    void digitsCanBeErased();
    void aTileIsChosenByKeyboard();
    void aLockedTileTakesNoDigits();
    void aScannerIsBeepedAt();
    void backToTheTilesByEscape();
    void anotherIssuerOpensTheBrowser();
    void aFreshShopIsOpened();
    void theFirstFaultGetsTheFocus();
    void aDemoPersonIsOnePressAway();
    void nothingStartsBeforeTheServer();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }

    void open(bool isDemo = false)
    {
        m_shop = std::make_unique<GuiShop>(cornerShop(), isDemo, GuiShop::Who::Nobody);
        m_shop->open();
    }

    void openTill()
    {
        m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
        m_shop->desk.lastPerson = maya().id.toQString();
        m_shop->tills.beTill(colleagues());
        m_shop->open();
        QTRY_COMPARE(m_shop->signIn.state().chosenId, maya().id.toQString());
        m_shop->settle();
    }

    void key(int key) { QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    bool isIn() const { return m_shop->session.state().isSignedIn(); }
    QString pageName() const
    {
        return child<QStackedWidget>("signInPages")->currentWidget()->objectName();
    }

    std::unique_ptr<GuiShop> m_shop;
};

void TestSignInScreen::anEmailAPasswordAndEnter()
{
    open();
    QVERIFY(child<QLineEdit>("emailEdit")->hasFocus());
    QVERIFY(!child<QWidget>("rail")->isVisible());
    type(u"maya@shop.example"_s);
    key(Qt::Key_Tab);
    type(u"correct horse"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.first().email, u"maya@shop.example"_s);
    QCOMPARE(m_shop->sessions.passwords.first().password, u"correct horse"_s);
    QVERIFY(child<QWidget>("rail")->isVisible());
    QVERIFY(child<QLineEdit>("searchField")->hasFocus());
}

void TestSignInScreen::aWrongPasswordCanBeTypedAgainAtOnce()
{
    open();
    m_shop->sessions.answers = {Error{ErrorCode::InvalidCredentials, {}, {}}};
    type(u"maya@shop.example"_s);
    key(Qt::Key_Tab);
    type(u"wrong"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("passwordNotice")->isVisible());
    QVERIFY(child<QLineEdit>("passwordEdit")->hasFocus());
    type(u"right"_s); // Over the wrong one, which is selected.
    key(Qt::Key_Enter);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.last().password, u"right"_s);
}

void TestSignInScreen::aSecondFactorGetsItsField()
{
    open();
    QVERIFY(!child<QWidget>("codeEdit")->isVisible());
    m_shop->sessions.answers = {Error{ErrorCode::TotpRequired, {}, {}}};
    type(u"maya@shop.example"_s);
    key(Qt::Key_Tab);
    type(u"correct horse"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("codeEdit")->isVisible());
    QVERIFY(child<QLineEdit>("codeEdit")->hasFocus());
    type(u"123456"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.last().code, u"123456"_s);
    QCOMPARE(m_shop->sessions.passwords.last().password, u"correct horse"_s);
}

void TestSignInScreen::aPasswordCanBeLookedAt()
{
    open();
    auto *password = child<QLineEdit>("passwordEdit");
    auto *reveal = password->findChild<QToolButton *>(u"revealButton"_s);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(password->echoMode(), QLineEdit::Normal);
    QVERIFY(reveal->accessibleName().contains(u"Hide"_s));
    QTest::mouseClick(reveal, Qt::LeftButton);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
}

void TestSignInScreen::whatWasTypedIsGoneAfterwards()
{
    open();
    type(u"maya@shop.example"_s);
    key(Qt::Key_Tab);
    type(u"correct horse"_s);
    QTest::mouseClick(child<QLineEdit>("passwordEdit")->findChild<QToolButton *>(u"revealButton"_s),
                      Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("signInButton"), Qt::LeftButton);
    QTRY_VERIFY(isIn());
    QCOMPARE(child<QLineEdit>("passwordEdit")->text(), QString());
    QCOMPARE(child<QLineEdit>("passwordEdit")->echoMode(), QLineEdit::Password);
    m_shop->session.signOut();
    QCOMPARE(child<QLineEdit>("emailEdit")->text(), QString());
}

void TestSignInScreen::pressingTwiceIsAskingOnce()
{
    open();
    m_shop->sessions.replies.isHeld = true;
    child<QLineEdit>("emailEdit")->setText(u"maya@shop.example"_s);
    QTest::mouseDClick(child<QPushButton>("signInButton"), Qt::LeftButton);
    QTest::mouseClick(child<QPushButton>("signInButton"), Qt::LeftButton);
    QVERIFY(!child<QPushButton>("signInButton")->isEnabled());
    m_shop->sessions.replies.release();
    QVERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.size(), 1);
}

void TestSignInScreen::holdingEnterIsAskingOnce()
{
    openTill();
    m_shop->sessions.answers = {Error{ErrorCode::InvalidCredentials, {}, {}},
                                Error{ErrorCode::InvalidCredentials, {}, {}}};
    type(u"1111"_s);
    QWidget *where = QApplication::focusWidget();
    QTest::keyPress(where, Qt::Key_Return);
    for (int repeat = 0; repeat < 5; ++repeat) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QCoreApplication::sendEvent(where, &held);
        m_shop->settle();
    }
    QTest::keyRelease(where, Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("pinNotice")->isVisible());
    QCOMPARE(m_shop->sessions.pins.size(), 1);
}

void TestSignInScreen::aPauseDisablesTheButtonAndIsCounted()
{
    open();
    m_shop->sessions.answers = {Error{ErrorCode::TooManyRequests, {}, {}, 65}};
    type(u"maya@shop.example"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("passwordNotice")->isVisible());
    QVERIFY(child<QLabel>("passwordNoticeText")->text().contains(u"1:05"_s));
    QVERIFY(!child<QPushButton>("signInButton")->isEnabled());
    m_shop->clock.advance(60'000);
    QTRY_VERIFY(child<QLabel>("passwordNoticeText")->text().contains(u"0:05"_s));
    m_shop->clock.advance(5'000);
    QTRY_VERIFY(child<QPushButton>("signInButton")->isEnabled());
}

void TestSignInScreen::aPinByKeyboard()
{
    openTill();
    QVERIFY(child<QWidget>("pinDots")->hasFocus());
    QVERIFY(!child<QPushButton>("pinEnterButton")->isEnabled());
    type(u"2580"_s);
    QVERIFY(child<QPushButton>("pinEnterButton")->isEnabled());
    QVERIFY(child<QWidget>("pinDots")->accessibleDescription().contains(u'4'));
    key(Qt::Key_Return);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.pins, (QList{std::pair(maya().id, u"2580"_s)}));
}

void TestSignInScreen::aPinByFinger()
{
    openTill();
    const auto tile = "staff_" + boss().id.toQString().toLatin1();
    QTest::mouseClick(child<QPushButton>(tile.constData()), Qt::LeftButton);
    for (const char *name : {"key1", "key4", "key7", "key0"})
        QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton);
    QVERIFY(child<QWidget>("pinDots")->hasFocus()); // A finger moves no focus.
    QTest::mouseClick(child<QPushButton>("pinEnterButton"), Qt::LeftButton);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.pins, (QList{std::pair(boss().id, u"1470"_s)}));
}

void TestSignInScreen::digitsCanBeErased()
{
    openTill();
    type(u"12345"_s);
    key(Qt::Key_Backspace);
    QTest::mouseClick(child<QPushButton>("keyErase"), Qt::LeftButton);
    QCOMPARE(m_shop->signIn.state().pinLength, 3);
    key(Qt::Key_Escape);
    QCOMPARE(m_shop->signIn.state().pinLength, 0);
    type(u"98"_s);
    QTest::mouseClick(child<QPushButton>("keyClear"), Qt::LeftButton);
    QCOMPARE(m_shop->signIn.state().pinLength, 0);
    type(u"ab-"_s); // Letters are none.
    QCOMPARE(m_shop->signIn.state().pinLength, 0);
}

void TestSignInScreen::aTileIsChosenByKeyboard()
{
    openTill();
    const auto tile = "staff_" + boss().id.toQString().toLatin1();
    child<QPushButton>(tile.constData())->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Return);
    QCOMPARE(m_shop->signIn.state().chosenId, boss().id.toQString());
    QVERIFY(child<QPushButton>(tile.constData())->isChecked());
    type(u"1470"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(isIn());
}

void TestSignInScreen::aLockedTileTakesNoDigits()
{
    openTill();
    const QString locked = colleagues().at(2).id.toQString();
    QTest::mouseClick(child<QPushButton>(("staff_" + locked.toLatin1()).constData()),
                      Qt::LeftButton);
    QVERIFY(child<QWidget>("pinNotice")->isVisible());
    QVERIFY(!child<QWidget>("keyPad")->isEnabled());
    type(u"1234"_s);
    key(Qt::Key_Return);
    QVERIFY(m_shop->sessions.pins.isEmpty());
}

void TestSignInScreen::aScannerIsBeepedAt()
{
    openTill();
    QWidget *where = QApplication::focusWidget();
    quint64 atMs = 50'000;
    for (const QChar digit : u"40170725"_s) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_0 + digit.digitValue(), Qt::NoModifier,
                        QString(digit));
        press.setTimestamp(atMs += 12);
        QCoreApplication::sendEvent(where, &press);
    }
    key(Qt::Key_Return);
    QVERIFY(m_shop->sessions.pins.isEmpty());
    QVERIFY(child<QWidget>("pinNotice")->isVisible());
    QCOMPARE(m_shop->signIn.state().pinLength, 0);
}

void TestSignInScreen::backToTheTilesByEscape()
{
    openTill();
    QTest::mouseClick(child<QPushButton>("toPasswordButton"), Qt::LeftButton);
    QCOMPARE(pageName(), u"passwordPage"_s);
    QVERIFY(child<QPushButton>("toStaffButton")->isVisible());
    key(Qt::Key_Escape);
    QCOMPARE(pageName(), u"staffPanel"_s);
}

void TestSignInScreen::anotherIssuerOpensTheBrowser()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
    m_shop->sessions.issuers =
        QList<ui::IssuerOffer>{{u"https://id.example"_s, u"c"_s, u"a"_s, u"Salt & Pepper"_s}};
    m_shop->open();
    QTRY_VERIFY(child<QPushButton>("issuerButton0"));
    m_shop->settle();
    QVERIFY(child<QPushButton>("issuerButton0")->text().contains(u"&&"_s));
    m_shop->sessions.replies.isHeld = true;
    QTest::mouseClick(child<QPushButton>("issuerButton0"), Qt::LeftButton);
    QCOMPARE(pageName(), u"browserPanel"_s);
    QTest::mouseClick(child<QPushButton>("browserAgainButton"), Qt::LeftButton);
    QCOMPARE(m_shop->sessions.browserOpens, 2);
    key(Qt::Key_Escape);
    QCOMPARE(pageName(), u"passwordPage"_s);
    QCOMPARE(m_shop->sessions.cancels, 1);
}

void TestSignInScreen::aFreshShopIsOpened()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
    m_shop->signIn.takeSetUpCode(u"ABCD-EFGH"_s);
    m_shop->open();
    QCOMPARE(pageName(), u"setUpPage"_s);
    QVERIFY(!child<QWidget>("setUpCodeEdit")->isVisible());
    QVERIFY(child<QLineEdit>("shopNameEdit")->hasFocus());
    type(u"The corner"_s);
    key(Qt::Key_Tab);
    QVERIFY(child<QComboBox>("currencyBox")->hasFocus());
    child<QComboBox>("currencyBox")->setCurrentText(u"CHF"_s);
    key(Qt::Key_Tab);
    type(u"Mia Brandt"_s);
    key(Qt::Key_Tab);
    type(u"mia@corner.example"_s);
    key(Qt::Key_Tab);
    type(u"a long enough one"_s);
    key(Qt::Key_Return);
    QTRY_VERIFY(isIn());
    const ui::ShopSetUp sent = m_shop->sessions.setUps.first();
    QCOMPARE(sent.code, u"ABCD-EFGH"_s);
    QCOMPARE(sent.shopName, u"The corner"_s);
    QCOMPARE(sent.currency, u"CHF"_s);
    QCOMPARE(sent.ownerName, u"Mia Brandt"_s);
}

void TestSignInScreen::theFirstFaultGetsTheFocus()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
    m_shop->signIn.takeSetUpCode(u"ABCD-EFGH"_s);
    m_shop->open();
    type(u"The corner"_s);
    QTest::mouseClick(child<QPushButton>("openShopButton"), Qt::LeftButton);
    QVERIFY(child<QLineEdit>("ownerNameEdit")->hasFocus());
    QVERIFY(child<QLabel>("ownerNameEditFault")->isVisible());
    QVERIFY(!child<QLabel>("shopNameEditFault")->isVisible());
    QCOMPARE(child<QLineEdit>("ownerNameEdit")->accessibleDescription(),
             child<QLabel>("ownerNameEditFault")->text());
    QVERIFY(m_shop->sessions.setUps.isEmpty());
}

void TestSignInScreen::aDemoPersonIsOnePressAway()
{
    open(true);
    QVERIFY(child<QWidget>("demoStaffCard")->isVisible());
    QTest::mouseClick(child<QPushButton>("demoPerson1"), Qt::LeftButton);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.last().password, u"demo-manager-orders"_s);

    // Another one, now that it is a till.
    m_shop->tills.beTill({staffOf(maya())});
    m_shop->session.lock();
    m_shop->settle();
    QVERIFY(child<QWidget>("demoStaffCard")->isVisible());
    child<QPushButton>("demoPerson2")->setFocus(Qt::TabFocusReason);
    key(Qt::Key_Space);
    QTRY_VERIFY(isIn());
    QCOMPARE(m_shop->sessions.passwords.last().password, u"demo-cashier-sells"_s);
}

void TestSignInScreen::nothingStartsBeforeTheServer()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
    m_shop->open({1366, 768}, GuiShop::Server::NotYet);
    QCOMPARE(pageName(), u"signInWaiting"_s);
    QVERIFY(!child<QPushButton>("signInWaitingAction")->isVisible());
    m_shop->connection.backendFailed(
        {.kind = ui::BackendFailure::Kind::FolderUnusable, .subject = u"/srv/shop"_s, .log = {}});
    QVERIFY(child<QPushButton>("signInWaitingAction")->isVisible());
    m_shop->connection.backendReady();
    QTRY_COMPARE(pageName(), u"passwordPage"_s);
    QVERIFY(child<QLineEdit>("emailEdit")->hasFocus());
}

} // namespace tp::test

using tp::test::TestSignInScreen;
TP_TEST(TestSignInScreen)
#include "tst_signinscreen.moc"
