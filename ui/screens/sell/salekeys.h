// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QKeyEvent;
class QLineEdit;

namespace tp::ui {

class CartPresenter;
class PayPresenter;
class SellPresenter;

/// What keys do on the Sell screen, in one place: shortcuts for the whole screen, and the keys that
/// mean the cart while nothing is typed in the search field.
class SaleKeys final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it; the screen is its parent.
    SaleKeys(CartPresenter &cart, PayPresenter &pay, SellPresenter &sell, QLineEdit &search,
             QWidget &screen);

    /// A character that nobody typed into a field: "+" and "-". False: it is not the cart's.
    bool takeCharacter(const QString &text);

signals:
    void recallPressed();
    void helpPressed();

    /// The arrow down, with no line to move to.
    void gridWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addShortcuts(QWidget &screen);
    bool takeKey(const QKeyEvent &event);
    bool takeWhileEmpty(const QKeyEvent &event);

    CartPresenter &m_cart;
    PayPresenter &m_pay;
    SellPresenter &m_sell;
    QLineEdit &m_search;
};

} // namespace tp::ui
