// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartpresenter.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tp::ui {

class CartList;
class ChargeButton;
class EntryCard;
class LastSaleCard;
class Placeholder;
class Theme;

/// The sale beside the products: its lines, what it comes to, and what can be done with it.
class CartPanel final : public QFrame
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    CartPanel(Theme &theme, CartPresenter &presenter, QWidget *parent = nullptr);

    /// "$0.00" in the shop's money, for a cart that does not know it yet.
    void showZero(const QString &zero);

    void showHeld(); ///< The list of held sales, as a menu.

    QList<QWidget *> tabOrder() const;

signals:
    void chargePressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLayout *head();
    QLayout *foot();
    void connectIntents();
    void render();
    void renderSums(const CartState &state);
    void renderTheme();
    void retranslate();
    QPushButton *makeButton(const QString &name, const QString &kind);

    Theme &m_theme;
    CartPresenter &m_presenter;
    QString m_zero;
    QLabel *m_title = nullptr;
    QLabel *m_items = nullptr;
    QPushButton *m_clear = nullptr;
    QPushButton *m_held = nullptr;
    QStackedWidget *m_pages = nullptr;
    LastSaleCard *m_lastSale = nullptr;
    Placeholder *m_empty = nullptr;
    CartList *m_list = nullptr;
    QWidget *m_entryRoom = nullptr;
    EntryCard *m_entry = nullptr;
    QGridLayout *m_sums = nullptr;
    QList<std::pair<QLabel *, QLabel *>> m_sumLabels;
    QLabel *m_totalName = nullptr;
    QLabel *m_total = nullptr;
    QPushButton *m_discount = nullptr;
    QPushButton *m_note = nullptr;
    QPushButton *m_hold = nullptr;
    ChargeButton *m_charge = nullptr;
};

} // namespace tp::ui
