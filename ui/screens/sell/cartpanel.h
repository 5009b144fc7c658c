// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace tp::ui {

class ChargeButton;
class Placeholder;
class Theme;

/// The sale beside the products. There is no cart yet: it shows the empty one, says so, and
/// offers nothing that would not work.
class CartPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit CartPanel(Theme &theme, QWidget *parent = nullptr);

    /// "$0.00" in the shop's money; empty while that is unknown.
    void showTotal(const QString &total);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title = nullptr;
    QLabel *m_items = nullptr;
    Placeholder *m_empty = nullptr;
    QLabel *m_totalName = nullptr;
    QLabel *m_total = nullptr;
    ChargeButton *m_charge = nullptr;
};

} // namespace tp::ui
