// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tp::ui {

/// Asks in the cart for a quantity, a discount or a note. No dialog: everything around it works.
/// Enter takes what is typed, Esc takes it away.
class EntryCard final : public QFrame
{
    Q_OBJECT

public:
    explicit EntryCard(QWidget *parent = nullptr);

    void show(const CartEntry &entry);

signals:
    void submitted(const QString &text);
    void cancelled();
    void percentChosen(bool isPercent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void submit();
    void retranslate();

    CartEntry m_entry;
    QLabel *m_title = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_unit = nullptr;
    QPushButton *m_percent = nullptr;
    QPushButton *m_amount = nullptr;
    QLabel *m_fault = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_apply = nullptr;
};

} // namespace tp::ui
