// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/salehands.h"
#include "tests/support/testmain.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tp::test {

/// The pages of a sale for every hand and ear: sizes, names, the way of the Tab key, small screens.
class TestSaleAccess final : public SaleHands
{
    Q_OBJECT

private slots:
    void init()
    {
        openShop();
        m_shop->tap({u"Flat white"_s, u"Flat white"_s, u"Oat latte"_s});
    }
    void cleanup() { closeShop(); }

    void whatCanBePressedIsLargeEnough_data() { addPages(); }
    void whatCanBePressedIsLargeEnough();
    void whatTakesTheFocusHasAName_data() { addPages(); }
    void whatTakesTheFocusHasAName();
    void tabGoesRoundAndComesBack_data();
    void tabGoesRoundAndComesBack();
    void theFocusIsSeenOnAButton();
    void itFitsASmallScreen_data() { addPages(); }
    void itFitsASmallScreen();
    void anotherSchemeLeavesNoOldColour();

private:
    static void addPages();
    void bring(const QString &page);
};

void TestSaleAccess::addPages()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"cart", "entry", "toast", "held", "done", "pay", "asking", "failed"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

void TestSaleAccess::bring(const QString &page)
{
    if (page == u"entry") {
        press(Qt::Key_F8);
        m_shop->cart.submitEntry(u"x"_s);
    } else if (page == u"toast") {
        press(Qt::Key_Delete);
    } else if (page == u"held") {
        press(Qt::Key_F4);
        tapTile(0);
    } else if (page != u"cart") {
        m_shop->sales.failure =
            page == u"failed" ? std::optional(Error{ErrorCode::Conflict, {}, {}}) : std::nullopt;
        press(Qt::Key_Return);
        if (page == u"asking")
            typeSlowly(u"99999"_s);
        m_shop->clock.advance(300);
        if (page != u"pay")
            m_shop->pay.complete();
        QTRY_VERIFY(m_shop->pay.state().phase != ui::PayState::Phase::Completing);
    }
    m_shop->settle();
}

void TestSaleAccess::whatCanBePressedIsLargeEnough()
{
    QFETCH(QString, page);
    bring(page);
    for (const QAbstractButton *button : m_shop->window->findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        const QString name = button->objectName();
        const bool isMoney = name == u"chargeButton" || name == u"completeButton" ||
                             name == u"terminalButton" || name.startsWith(u"tender");
        QVERIFY2(button->width() >= 44 && button->height() >= (isMoney ? 60 : 44),
                 qPrintable(u"%1 %2×%3"_s.arg(name).arg(button->width()).arg(button->height())));
    }
}

void TestSaleAccess::whatTakesTheFocusHasAName()
{
    QFETCH(QString, page);
    bring(page);
    for (QWidget *widget : m_shop->window->findChildren<QWidget *>()) {
        const bool isAsked =
            widget->focusPolicy() != Qt::NoFocus || qobject_cast<QAbstractButton *>(widget);
        if (!isAsked || !widget->isVisible() || widget->focusProxy())
            continue;
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
        QVERIFY(!widget->objectName().isEmpty());
    }
}

void TestSaleAccess::tabGoesRoundAndComesBack_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QStringList>("way");
    const QStringList rail{u"sellItem"_s, u"appearanceButton"_s, u"lockItem"_s};
    QTest::newRow("cart") << u"cart"_s
                          << QStringList{u"searchField"_s,      u"chipAll"_s,
                                         u"productGrid"_s,      u"clearSaleButton"_s,
                                         u"cartList"_s,         u"quantityButton"_s,
                                         u"moreButton"_s,       u"lineDiscountButton"_s,
                                         u"removeLineButton"_s, u"discountButton"_s,
                                         u"noteButton"_s,       u"holdButton"_s,
                                         u"chargeButton"_s} +
                                 rail;
    QTest::newRow("pay") << u"pay"_s
                         << QStringList{u"completeButton"_s, u"backButton"_s, u"tender0"_s,
                                        u"tender1"_s,        u"tender2"_s,    u"tender3"_s,
                                        u"tender4"_s,        u"tender5"_s,    u"terminalButton"_s,
                                        u"payLines"_s} +
                                rail;
}

void TestSaleAccess::tabGoesRoundAndComesBack()
{
    QFETCH(QString, page);
    QFETCH(QStringList, way);
    bring(page);
    const QWidget *start = QApplication::focusWidget();
    QStringList gone;
    do {
        gone.append(QApplication::focusWidget()->objectName());
        press(Qt::Key_Tab);
    } while (QApplication::focusWidget() != start && gone.size() < 50);
    gone.sort();
    way.sort();
    QCOMPARE(gone, way);
}

void TestSaleAccess::theFocusIsSeenOnAButton()
{
    bring(u"pay"_s);
    QVERIFY(!child("focusRing")->isVisible()); // Nobody has asked for it yet.
    const QWidget *tile = child("tender1");
    const QRect around =
        QRect(tile->mapTo(m_shop->window.get(), QPoint()), tile->size()).adjusted(-6, -6, 6, 6);
    const QImage before = m_shop->window->grab(around).toImage();
    child("tender1")->setFocus(Qt::TabFocusReason);
    const QImage after = m_shop->window->grab(around).toImage();
    int changed = 0;
    for (int y = 0; y < before.height(); ++y) {
        for (int x = 0; x < before.width(); ++x)
            changed += before.pixel(x, y) != after.pixel(x, y) ? 1 : 0;
    }
    QVERIFY2(changed >= 50, qPrintable(QString::number(changed)));
}

void TestSaleAccess::itFitsASmallScreen()
{
    QFETCH(QString, page);
    QTranslator german; // The longer words.
    QVERIFY(german.load(QLocale(QLocale::German), u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s));
    QCoreApplication::installTranslator(&german);
    m_shop->window->resize(1024, 720);
    bring(page);
    QVERIFY2(m_shop->window->minimumSizeHint().width() <= 1024 &&
                 m_shop->window->minimumSizeHint().height() <= 720,
             qPrintable(u"%1×%2"_s.arg(m_shop->window->minimumSizeHint().width())
                            .arg(m_shop->window->minimumSizeHint().height())));
    const QWidget *primary = child(isPaying() ? "completeButton" : "chargeButton");
    const QRect place(primary->mapTo(m_shop->window.get(), QPoint()), primary->size());
    QVERIFY(m_shop->window->rect().contains(place));
}

void TestSaleAccess::anotherSchemeLeavesNoOldColour()
{
    for (const QString &page : {u"cart"_s, u"pay"_s}) {
        bring(page);
        m_shop->theme.setAppearance(ui::Appearance::Dark);
        const QImage switched = m_shop->window->grab().toImage();
        m_shop->theme.setAppearance(ui::Appearance::Light);
        const QImage light = m_shop->window->grab().toImage();
        const auto old = ui::colour(ui::Scheme::Light, ui::Colour::Surface).rgb();
        int left = 0;
        int had = 0;
        for (int y = 0; y < switched.height(); y += 3) {
            for (int x = 0; x < switched.width(); x += 3) {
                left += switched.pixel(x, y) == old ? 1 : 0;
                had += light.pixel(x, y) == old ? 1 : 0;
            }
        }
        QVERIFY(had > 1'000);
        QVERIFY2(left < 10, qPrintable(QString::number(left)));
    }
}

} // namespace tp::test

using tp::test::TestSaleAccess;
TP_TEST(TestSaleAccess)
#include "tst_saleaccess.moc"
