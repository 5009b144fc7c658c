// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"
#include "tests/support/testmain.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuspill.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::test {

/// The frame: strips, rail, sizes, keys, and what an assistive technology sees.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_shop.reset(); }

    void itFitsASmallScreen_data();
    void longTextsDoNotWidenIt();
    void itFitsASmallScreen();
    void theChargeButtonIsWhollyVisible();
    void whatCanBePressedIsLargeEnough();
    void whatTakesTheFocusHasAName();
    void everyWidgetOfOursHasAnObjectName();
    void tabGoesRoundAndComesBack();
    void theFocusRingIsSeenAndIsNoSelection();
    void theRingLeavesWithTheMouse();
    void nothingIsShownWhileAllIsWell();
    void aLostServerIsToldAndItsReturnToo();
    void tilesStayWhileTheServerIsLost();
    void salesThatTheServerDoesNotHaveAreCounted();
    void retryNowAsksForIt();
    void aBackendThatFailsToStartSaysWhy();
    void theLogCanBeRead();
    void theDemoShopIsNamed();
    void ctrl1LeadsToTheSearch();
    void onlyScreensThatExistAreOffered();

private:
    template <typename T>
    T *child(const char *name) const
    {
        return m_shop->child<T>(name);
    }

    /// A label's text without the places where it may break.
    QString said(const char *label) const
    {
        return child<QLabel>(label)->text().remove(QChar(0x200B));
    }

    std::unique_ptr<GuiShop> m_shop;
};

void TestMainWindow::init()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
}

void TestMainWindow::itFitsASmallScreen_data()
{
    QTest::addColumn<bool>("isLost");
    QTest::newRow("all is well") << false;
    QTest::newRow("strips shown") << true;
}

void TestMainWindow::itFitsASmallScreen()
{
    QFETCH(bool, isLost);
    m_shop = std::make_unique<GuiShop>(cornerShop(), isLost);
    m_shop->open({1024, 720});
    if (isLost)
        m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    m_shop->settle();
    QVERIFY(m_shop->window->minimumSizeHint().width() <= 1024);
    QVERIFY(m_shop->window->minimumSizeHint().height() <= 720);
    QCOMPARE(m_shop->window->size(), QSize(1024, 720));
}

void TestMainWindow::longTextsDoNotWidenIt()
{
    const QString path = u'/' + QString(300, u'x') + u"/\U0001F9C1"_s;
    m_shop->open({1024, 720}, GuiShop::Server::NotYet);
    for (const bool wasOnline : {false, true}) {
        if (wasOnline)
            m_shop->connection.backendReady();
        m_shop->connection.backendFailed({.kind = ui::BackendFailure::Kind::Crashed,
                                          .subject = path,
                                          .log = {path},
                                          .retryInMs = 0});
        m_shop->settle();
        QVERIFY(said(wasOnline ? "connectionText" : "loadFailedExplanation").contains(path));
        QVERIFY(m_shop->window->minimumSizeHint().width() <= 1024);
        QVERIFY(m_shop->window->minimumSizeHint().height() <= 720);
    }
}

void TestMainWindow::theChargeButtonIsWhollyVisible()
{
    m_shop->open({1024, 768});
    auto *charge = child<QPushButton>("chargeButton");
    const QRect place(charge->mapTo(m_shop->window.get(), QPoint(0, 0)), charge->size());
    QVERIFY(m_shop->window->rect().contains(place));
    QVERIFY(charge->height() >= 60);
}

void TestMainWindow::whatCanBePressedIsLargeEnough()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), true);
    m_shop->open();
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    QTest::keyClicks(child<QLineEdit>("searchField"), u"xyz"_s);
    m_shop->settle();
    int seen = 0;
    for (const QAbstractButton *button : m_shop->window->findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        ++seen;
        QVERIFY2(button->width() >= 44 && button->height() >= 44,
                 qPrintable(u"%1 %2×%3"_s.arg(button->objectName())
                                .arg(button->width())
                                .arg(button->height())));
    }
    QVERIFY(seen >= 12); // 7 chips, Clear twice, Retry now, Sell, appearance, Charge
    QVERIFY(child<QLineEdit>("searchField")->height() >= 44);
}

void TestMainWindow::whatTakesTheFocusHasAName()
{
    m_shop->open();
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    m_shop->settle();
    int seen = 0;
    for (QWidget *widget : m_shop->window->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus && !qobject_cast<QAbstractButton *>(widget))
            continue;
        if (!widget->isVisible() || widget->focusProxy())
            continue;
        ++seen;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(access);
        QVERIFY2(!access->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                            widget->objectName()));
    }
    QVERIFY(seen >= 10);
}

void TestMainWindow::everyWidgetOfOursHasAnObjectName()
{
    m_shop->open();
    for (const QWidget *widget : m_shop->window->findChildren<QWidget *>()) {
        const QByteArray kind(widget->metaObject()->className());
        if (kind.startsWith("tp::"))
            QVERIFY2(!widget->objectName().isEmpty() || kind.contains("KeyCap"), kind.constData());
    }
}

void TestMainWindow::tabGoesRoundAndComesBack()
{
    m_shop->open();
    auto *search = child<QLineEdit>("searchField");
    QStringList way;
    do {
        QVERIFY(QApplication::focusWidget());
        way.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != search && way.size() < 50);
    QCOMPARE(way, (QStringList{u"searchField"_s, u"chipAll"_s, u"productGrid"_s, u"sellItem"_s,
                               u"appearanceButton"_s, u"lockItem"_s}));
}

void TestMainWindow::theFocusRingIsSeenAndIsNoSelection()
{
    m_shop->open();
    auto *search = child<QLineEdit>("searchField");
    const QRect chips =
        QRect(child<QWidget>("categoryChips")->mapTo(m_shop->window.get(), QPoint()),
              child<QWidget>("categoryChips")->size())
            .adjusted(-6, -6, 6, 6);
    const QImage before = m_shop->window->grab(chips).toImage();
    QTest::keyClick(search, Qt::Key_Tab);
    QVERIFY(child<QWidget>("chipAll")->hasFocus());
    QVERIFY(child<QWidget>("focusRing")->isVisible());
    const QImage after = m_shop->window->grab(chips).toImage();
    int changed = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x)
            changed += before.pixel(x, y) != after.pixel(x, y) ? 1 : 0;
    }
    QVERIFY2(changed >= 50, qPrintable(QString::number(changed)));
}

void TestMainWindow::theRingLeavesWithTheMouse()
{
    m_shop->open();
    QTest::keyClick(child<QLineEdit>("searchField"), Qt::Key_Tab);
    QVERIFY(child<QWidget>("focusRing")->isVisible());
    QTest::mouseClick(child<QPushButton>("chipAll"), Qt::LeftButton);
    QVERIFY(!child<QWidget>("focusRing")->isVisible());
}

void TestMainWindow::nothingIsShownWhileAllIsWell()
{
    m_shop->open();
    QVERIFY(!child<QWidget>("connectionBar")->isVisible());
    QVERIFY(!child<QWidget>("demoBar")->isVisible());
    QCOMPARE(child<QWidget>("rail")->y(), 0);
    QCOMPARE(child<ui::StatusPill>("statusPill")->text(), u"Online"_s);
}

void TestMainWindow::aLostServerIsToldAndItsReturnToo()
{
    m_shop->open();
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    QVERIFY(child<QWidget>("connectionBar")->isVisible());
    QVERIFY(!child<QLabel>("connectionText")->text().isEmpty());
    QCOMPARE(child<QPushButton>("connectionAction")->text(), u"Retry now"_s);
    QCOMPARE(child<ui::StatusPill>("statusPill")->text(), u"Offline"_s);
    QVERIFY(child<QLineEdit>("searchField")->hasFocus());

    m_shop->connection.serverBack();
    QVERIFY(!child<QWidget>("connectionBar")->isVisible());
    QCOMPARE(child<ui::StatusPill>("statusPill")->text(), u"Online"_s);
}

void TestMainWindow::tilesStayWhileTheServerIsLost()
{
    m_shop->open();
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    QVERIFY(child<QWidget>("productGrid")->isVisible());
    QTest::keyClicks(child<QLineEdit>("searchField"), u"choc"_s);
    QCOMPARE(m_shop->sell.products()->rowCount(), 2);
    QVERIFY(!child<QWidget>("staleBar")->isVisible()); // The strip has said it.
}

void TestMainWindow::salesThatTheServerDoesNotHaveAreCounted()
{
    m_shop->open();
    QVERIFY(!child<QWidget>("waitingBar")->isVisible());
    m_shop->sales.tellWaiting({2, 0});
    QTRY_VERIFY(child<QWidget>("waitingBar")->isVisible());
    QVERIFY(said("waitingText").contains(u"saved here"_s));
    m_shop->sales.tellWaiting({0, 1});
    QVERIFY(said("waitingText").contains(u"did not accept 1"_s));
    m_shop->sales.tellWaiting({0, 0});
    QVERIFY(!child<QWidget>("waitingBar")->isVisible());
}

void TestMainWindow::retryNowAsksForIt()
{
    m_shop->open();
    QSignalSpy retry(&m_shop->connection, &ui::ConnectionPresenter::retryRequested);
    m_shop->connection.serverLost(Error{ErrorCode::Unavailable, {}, {}});
    m_shop->settle();
    QTest::mouseClick(child<QPushButton>("connectionAction"), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);
}

void TestMainWindow::aBackendThatFailsToStartSaysWhy()
{
    m_shop->open({1366, 768}, GuiShop::Server::NotYet);
    QCOMPARE(child<ui::StatusPill>("statusPill")->text(), u"Connecting"_s);
    m_shop->connection.backendFailed({.kind = ui::BackendFailure::Kind::FolderUnusable,
                                      .subject = u"/srv/shop"_s,
                                      .log = {},
                                      .retryInMs = 0});
    QVERIFY(child<QWidget>("connectionBar")->isVisible());
    QVERIFY(!child<QLabel>("connectionText")->text().isEmpty());
    QVERIFY(said("loadFailedExplanation").contains(u"/srv/shop"_s));
    QVERIFY(!child<QWidget>("connectionMore")->isVisible());
}

void TestMainWindow::theLogCanBeRead()
{
    m_shop->open({1366, 768}, GuiShop::Server::NotYet);
    m_shop->connection.backendFailed({.kind = ui::BackendFailure::Kind::EndedTooEarly,
                                      .subject = u"no more room"_s,
                                      .log = {u"first line"_s, u"no more room"_s},
                                      .retryInMs = 0});
    m_shop->settle();
    QVERIFY(child<QWidget>("connectionMore")->isVisible());
    QTest::mouseClick(child<QPushButton>("connectionMore"), Qt::LeftButton);
    QVERIFY(child<QWidget>("logWindow")->isVisible());
    QVERIFY(child<QPlainTextEdit>("logLines")->toPlainText().contains(u"first line"_s));
    QTest::mouseClick(child<QPushButton>("closeLogButton"), Qt::LeftButton);
    QVERIFY(!child<QWidget>("logWindow")->isVisible());
}

void TestMainWindow::theDemoShopIsNamed()
{
    m_shop = std::make_unique<GuiShop>(cornerShop(), true);
    m_shop->open();
    QVERIFY(child<QWidget>("demoBar")->isVisible());
    QVERIFY(child<QLabel>("demoText")->text().contains(u"Demo shop"_s));
}

void TestMainWindow::ctrl1LeadsToTheSearch()
{
    m_shop->open();
    child<QToolButton>("appearanceButton")->setFocus();
    QTest::keyClick(m_shop->window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(child<QToolButton>("sellItem")->isChecked());
    QVERIFY(child<QLineEdit>("searchField")->hasFocus());
}

void TestMainWindow::onlyScreensThatExistAreOffered()
{
    m_shop->open();
    QStringList names;
    for (const QToolButton *item : child<QWidget>("rail")->findChildren<QToolButton *>())
        names.append(item->objectName());
    QCOMPARE(names, (QStringList{u"appearanceButton"_s, u"sellItem"_s, u"lockItem"_s}));
}

} // namespace tp::test

using tp::test::TestMainWindow;
TP_TEST(TestMainWindow)
#include "tst_mainwindow.moc"
