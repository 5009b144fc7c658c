// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::test {

/// The lock over the shop, what a role sees, and the strips about tills and keyrings; and that the
/// page to sign in can be used by everybody.
class TestLock final : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_shop.reset(); }

    void behindTheLockNothingIsPainted();
    void behindTheLockNoKeyWorks();
    void theSaleIsAsItWas();
    void anUntouchedTillLocksItself();
    void theTouchThatComesTooLateDoesNothing();
    void anOpenMenuIsClosed();
    void theItemSaysWhoIsSignedIn();
    void whoDoesNotSellSeesNoSell();
    void aManagerMakesItATill();
    void notNowIsAnAnswer();
    void whatIsNotKeptIsSaidUntilItIsRead();
    void everyPageCanBeUsedByAll_data();
    void everyPageCanBeUsedByAll();
    void tabGoesRoundOnEveryPage_data();
    void tabGoesRoundOnEveryPage();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }

    void openTill()
    {
        m_shop = std::make_unique<GuiShop>(cornerShop());
        m_shop->tills.beTill(colleagues());
        m_shop->open();
    }

    void lock()
    {
        QTest::keyClick(m_shop->window.get(), Qt::Key_L, Qt::ControlModifier);
        m_shop->settle();
    }

    void openPage(const QString &page);

    std::unique_ptr<GuiShop> m_shop;
};

void TestLock::behindTheLockNothingIsPainted()
{
    openTill();
    QTest::keyClicks(child<QLineEdit>("searchField"), u"cake"_s);
    lock();
    QCOMPARE(m_shop->session.state().phase, ui::SessionState::Phase::Locked);
    QVERIFY(!child<QWidget>("shop")->isVisible());
    for (const QWidget *widget : child<QWidget>("shop")->findChildren<QWidget *>())
        QVERIFY2(!widget->isVisible(), qPrintable(widget->objectName()));
    for (const QLabel *label : m_shop->window->findChildren<QLabel *>()) {
        if (label->isVisible())
            QVERIFY2(!label->text().contains(u"cake"_s), qPrintable(label->text()));
    }
    // The same picture whatever is behind it.
    m_shop->signIn.clearPin();
    const QImage first = m_shop->window->grab().toImage();
    m_shop->sell.setSearchText(u"coffee"_s);
    m_shop->settle();
    QCOMPARE(m_shop->window->grab().toImage(), first);
}

void TestLock::behindTheLockNoKeyWorks()
{
    openTill();
    lock();
    QTest::keyClick(m_shop->window.get(), Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(m_shop->window.get(), Qt::Key_F2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F2);
    QTest::keyClicks(QApplication::focusWidget(), u"flat white 4006381333931"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(child<QLineEdit>("searchField")->text(), QString());
    QVERIFY(!child<QWidget>("shop")->isVisible());
    QVERIFY(m_shop->sessions.pins.isEmpty());
}

void TestLock::theSaleIsAsItWas()
{
    openTill();
    QTest::keyClicks(child<QLineEdit>("searchField"), u"cake"_s);
    lock();
    QVERIFY(child<QWidget>("pinDots")->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), u"2580"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(child<QWidget>("shop")->isVisible());
    QCOMPARE(child<QLineEdit>("searchField")->text(), u"cake"_s);
    QVERIFY(child<QLineEdit>("searchField")->hasFocus());
    QVERIFY(m_shop->sell.products()->rowCount() < 5);
}

void TestLock::anUntouchedTillLocksItself()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), false, GuiShop::Who::Nobody);
    m_shop->desk.lockMs = 30;
    m_shop->open();
    m_shop->session.begin(maya());
    QVERIFY(child<QWidget>("shop")->isVisible());
    m_shop->clock.advance(30);
    QTRY_VERIFY(!child<QWidget>("shop")->isVisible());
    QCOMPARE(child<QLabel>("passwordTitle")->text(), u"Locked"_s);
}

void TestLock::theTouchThatComesTooLateDoesNothing()
{
    openTill();
    m_shop->clock.advance(4 * 60'000);
    QTest::keyClicks(child<QLineEdit>("searchField"), u"ca"_s);
    QVERIFY(m_shop->session.state().isSignedIn());
    m_shop->clock.advance(6 * 60'000); // A laptop was shut.
    QTest::keyClicks(child<QLineEdit>("searchField"), u"k"_s);
    QVERIFY(!child<QWidget>("shop")->isVisible());
    QCOMPARE(child<QLineEdit>("searchField")->text(), u"ca"_s);
}

void TestLock::anOpenMenuIsClosed()
{
    openTill();
    QTest::mouseClick(child<QToolButton>("appearanceButton"), Qt::LeftButton);
    QTRY_VERIFY(child<QMenu>("appearanceMenu")->isVisible());
    m_shop->session.lock();
    QVERIFY(!child<QMenu>("appearanceMenu")->isVisible());
}

void TestLock::theItemSaysWhoIsSignedIn()
{
    openTill();
    auto *item = child<QToolButton>("lockItem");
    QCOMPARE(item->text(), u"Maya"_s);
    QCOMPARE(item->accessibleName(), u"Lock (Maya Lindqvist)"_s);
    m_shop->session.begin(
        somebody(u"Salt&Pepper-Over-the-Counter"_s, Role::Cashier, {Permission::OrdersCreate}, 9));
    QVERIFY(item->text().size() < 28);
    QTest::mouseClick(item, Qt::LeftButton);
    QVERIFY(!child<QWidget>("shop")->isVisible());
    QTest::mouseClick(child<QPushButton>("signOutStaffButton"), Qt::LeftButton);
    QCOMPARE(m_shop->sessions.signOuts, 1);
    QVERIFY(!child<QPushButton>("signOutStaffButton")->isVisible());
}

void TestLock::whoDoesNotSellSeesNoSell()
{
    openTill();
    QVERIFY(child<QToolButton>("sellItem")->isVisible());
    m_shop->session.begin(somebody(u"Vera Stock"_s, Role::Vendor,
                                   {Permission::CatalogueWrite, Permission::StockRead}));
    QVERIFY(!child<QToolButton>("sellItem")->isVisible());
    QVERIFY(!child<QWidget>("productGrid")->isVisible());
    QCOMPARE(child<QLabel>("noScreenTitle")->text(), u"Hello Vera"_s);
    QVERIFY(child<QLabel>("noScreenExplanation")->text().contains(u"the catalogue"_s));
    QTest::keyClick(m_shop->window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!child<QWidget>("productGrid")->isVisible());
    QTest::mouseClick(child<QPushButton>("noScreenAction"), Qt::LeftButton);
    QCOMPARE(m_shop->session.state().phase, ui::SessionState::Phase::Locked);
    m_shop->session.begin(maya());
    QVERIFY(child<QWidget>("productGrid")->isVisible());
}

void TestLock::aManagerMakesItATill()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
    m_shop->open();
    QVERIFY(!child<QWidget>("tillBar")->isVisible());
    m_shop->session.begin(boss());
    QTRY_VERIFY(child<QWidget>("tillBar")->isVisible());
    m_shop->settle();
    QCOMPARE(child<QPushButton>("tillAction")->text(), u"Make it T1"_s);
    QTest::mouseClick(child<QPushButton>("tillAction"), Qt::LeftButton);
    QTRY_VERIFY(!child<QWidget>("tillBar")->isVisible());
    QCOMPARE(m_shop->tills.claims, 1);
    QVERIFY(child<QLineEdit>("searchField")->hasFocus());
}

void TestLock::notNowIsAnAnswer()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
    m_shop->open();
    m_shop->session.begin(boss());
    QTRY_VERIFY(child<QWidget>("tillBar")->isVisible());
    m_shop->settle();
    QTest::mouseClick(child<QPushButton>("tillMore"), Qt::LeftButton);
    QVERIFY(!child<QWidget>("tillBar")->isVisible());
    QCOMPARE(m_shop->tills.claims, 0);
}

void TestLock::whatIsNotKeptIsSaidUntilItIsRead()
{
    openTill();
    m_shop->session.setKeptIn(ui::KeptIn::Nowhere);
    QVERIFY(child<QWidget>("keepingBar")->isVisible());
    QVERIFY(child<QLabel>("keepingText")->text().contains(u"restart"_s));
    lock();
    QVERIFY(!child<QWidget>("keepingBar")->isVisible());
    m_shop->session.begin(maya());
    m_shop->settle();
    QTest::mouseClick(child<QPushButton>("keepingAction"), Qt::LeftButton);
    QVERIFY(!child<QWidget>("keepingBar")->isVisible());
    QVERIFY(m_shop->desk.hasRead);
}

void TestLock::everyPageCanBeUsedByAll_data()
{
    QTest::addColumn<QString>("page");
    for (const char *page :
         {"waiting", "password", "code", "setup", "till", "browser", "demo", "demotill", "locked"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestLock::openPage(const QString &page)
{
    m_shop =
        std::make_unique<GuiShop>(cornerShop(), page.startsWith(u"demo"), GuiShop::Who::Nobody);
    m_shop->sessions.issuers =
        QList<ui::IssuerOffer>{{u"https://id.example"_s, u"c"_s, u"a"_s, u"Example"_s}};
    if (page == u"till" || page == u"demotill" || page == u"locked")
        m_shop->tills.beTill(colleagues());
    if (page == u"setup")
        m_shop->signIn.takeSetUpCode(u"ABCD"_s);
    if (page == u"code")
        m_shop->sessions.answers = {Error{ErrorCode::TotpRequired, {}, {}}};
    m_shop->open({1024, 720},
                 page == u"waiting" ? GuiShop::Server::NotYet : GuiShop::Server::Reachable);
    if (page == u"waiting")
        m_shop->connection.backendFailed(
            {.kind = ui::BackendFailure::Kind::ProgramMissing, .subject = u"x"_s, .log = {}});
    if (page == u"code") {
        m_shop->signIn.signIn({u"a@b.c"_s, u"x"_s, {}});
        QTRY_VERIFY(m_shop->signIn.state().asksCode);
    }
    if (page == u"browser") {
        QTRY_VERIFY(!m_shop->signIn.state().issuers.isEmpty());
        m_shop->sessions.replies.isHeld = true;
        m_shop->signIn.signInElsewhere(0);
    }
    if (page == u"locked") {
        m_shop->session.begin(maya());
        m_shop->session.lock();
    }
    m_shop->settle();
}

void TestLock::everyPageCanBeUsedByAll()
{
    QFETCH(QString, page);
    openPage(page);
    int seen = 0;
    for (QWidget *widget : m_shop->window->findChildren<QWidget *>()) {
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        if (!widget->isVisible() || (widget->focusPolicy() == Qt::NoFocus && !button))
            continue;
        ++seen;
        const QString name =
            QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(access);
        QVERIFY2(!access->text(QAccessible::Name).isEmpty(), qPrintable(name));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(name));
        QVERIFY2(widget->width() >= 44 && widget->height() >= 44, qPrintable(name));
    }
    QVERIFY(seen > 0);
    for (const QAbstractButton *key : child<QWidget>("keyPad")->findChildren<QAbstractButton *>()) {
        if (key->isVisible())
            QVERIFY(key->height() >= 60 && key->focusPolicy() == Qt::NoFocus);
    }
    QVERIFY(m_shop->window->minimumSizeHint().width() <= 1024);
    QVERIFY(m_shop->window->minimumSizeHint().height() <= 720);
}

void TestLock::tabGoesRoundOnEveryPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("way");
    QTest::newRow("password")
        << u"password"_s << u"emailEdit passwordEdit revealButton signInButton issuerButton0"_s;
    QTest::newRow("code")
        << u"code"_s
        << u"codeEdit signInButton issuerButton0 emailEdit passwordEdit revealButton"_s;
    QTest::newRow("setup")
        << u"setup"_s
        << u"shopNameEdit currencyBox ownerNameEdit ownerEmailEdit "
           "ownerPasswordEdit revealButton openShopButton setUpToPasswordButton"_s;
}

void TestLock::tabGoesRoundOnEveryPage()
{
    QFETCH(QString, page);
    openPage(page);
    QTRY_VERIFY(page == u"setup" || child<QPushButton>("issuerButton0"));
    m_shop->settle();
    QWidget *first = QApplication::focusWidget();
    QStringList way;
    do {
        way.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && way.size() < 30);
    QTEST(way.join(u' '), "way");
}

} // namespace tp::test

using tp::test::TestLock;
TP_TEST(TestLock)
#include "tst_lock.moc"
