// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/paystate.h"
#include "ui/screens/keysink.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tp::ui {

class AmountPad;
class CartList;
class CartModel;
class ChargeButton;
class NoticeBar;
class PayPresenter;
class TenderButton;
class Theme;

/// Where the customer pays: what is due, sums that they may hand over, the keypad, the change.
/// A tap on a sum completes the sale; Enter completes it exactly or with what is typed.
class PayScreen final : public QWidget, public KeySink
{
    Q_OBJECT

public:
    /// Presenter and lines must outlive it.
    PayScreen(Theme &theme, PayPresenter &presenter, CartModel &lines, QWidget *parent = nullptr);

    void takeFocus();
    Restore snapshot() override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *dueCard();
    QWidget *receivedCard();
    void layOut();
    void connectIntents();
    bool takeKey(const QKeyEvent &event);
    void enter();
    void render();
    void renderTiles(const PayState &state);
    void renderNotice(const PayState &state);
    void renderTheme();
    void retranslate();

    Theme &m_theme;
    PayPresenter &m_presenter;
    QPushButton *m_back = nullptr;
    NoticeBar *m_notice = nullptr;
    QLabel *m_dueName = nullptr;
    QLabel *m_due = nullptr;
    QLabel *m_cashDue = nullptr;
    QLabel *m_cashTitle = nullptr;
    QGridLayout *m_tileGrid = nullptr;
    QList<TenderButton *> m_tiles;
    QLabel *m_otherTitle = nullptr;
    QPushButton *m_terminal = nullptr;
    QLabel *m_items = nullptr;
    CartList *m_lines = nullptr;
    QLabel *m_receivedName = nullptr;
    QLabel *m_received = nullptr;
    QLabel *m_changeName = nullptr;
    QLabel *m_change = nullptr;
    AmountPad *m_pad = nullptr;
    ChargeButton *m_complete = nullptr;
};

} // namespace tp::ui
