// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/salekeys.h"

#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/sellpresenter.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace tp::ui {

SaleKeys::SaleKeys(CartPresenter &cart, PayPresenter &pay, SellPresenter &sell, QLineEdit &search,
                   QWidget &screen)
    : QObject(&screen)
    , m_cart(cart)
    , m_pay(pay)
    , m_sell(sell)
    , m_search(search)
{
    search.installEventFilter(this);
    addShortcuts(screen);
}

void SaleKeys::addShortcuts(QWidget &screen)
{
    const auto add = [&screen](const QKeySequence &keys, auto *receiver, auto act) {
        auto *shortcut = new QShortcut(keys, &screen);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, receiver, act);
    };
    using Kind = CartEntry::Kind;
    add(Qt::Key_F1, this, &SaleKeys::helpPressed);
    add(Qt::Key_F4, &m_cart, &CartPresenter::hold);
    add(Qt::Key_F5, this, &SaleKeys::recallPressed);
    add(Qt::Key_F6, &m_cart, [this] { m_cart.begin(Kind::Quantity); });
    add(Qt::Key_F8, &m_cart, [this] { m_cart.begin(Kind::LineDiscount); });
    add(Qt::SHIFT | Qt::Key_F8, &m_cart, [this] { m_cart.begin(Kind::CartDiscount); });
    add(Qt::Key_F9, &m_pay, &PayPresenter::open);
    add(Qt::CTRL | Qt::Key_Z, &m_cart, &CartPresenter::undo);
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_Z, &m_cart, &CartPresenter::redo);
    add(Qt::CTRL | Qt::Key_Delete, &m_cart, &CartPresenter::clear);
}

bool SaleKeys::takeCharacter(const QString &text)
{
    if (!m_search.text().isEmpty() || (text != "+"_L1 && text != "-"_L1))
        return false;
    if (m_cart.cart().isEmpty())
        return false;
    m_cart.changeQuantity(text == "+"_L1 ? 1 : -1);
    return true;
}

bool SaleKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_search.text().isEmpty()) {
        // An empty field has nothing to undo, clear or delete: these are the cart's.
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isCarts = key.modifiers().testFlag(Qt::ControlModifier) &&
                             (key.key() == Qt::Key_Z || key.key() == Qt::Key_Delete);
        if (isCarts) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress)
        return takeKey(*static_cast<QKeyEvent *>(event));
    return QObject::eventFilter(watched, event);
}

bool SaleKeys::takeKey(const QKeyEvent &event)
{
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter) {
        // Swallowed whatever it does: a key that opens the page to pay must not reach it.
        if (event.isAutoRepeat())
            return true;
        if (m_search.text().trimmed().isEmpty())
            m_pay.open();
        else
            m_sell.submitSearch();
        return true;
    }
    const bool isStar = event.text() == "*"_L1 || event.text() == u"×";
    if (isStar && m_cart.takePrefix(m_search.text() + event.text())) {
        m_search.clear();
        return true;
    }
    return m_search.text().isEmpty() && takeWhileEmpty(event);
}

bool SaleKeys::takeWhileEmpty(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down:
        if (m_cart.cart().isEmpty())
            emit gridWanted();
        else
            m_cart.moveSelection(1);
        return true;
    case Qt::Key_Up:
        m_cart.moveSelection(-1);
        return true;
    case Qt::Key_Delete:
        if (!event.isAutoRepeat())
            m_cart.removeLine();
        return true;
    default:
        return takeCharacter(event.text());
    }
}

} // namespace tp::ui
