// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace tp::ui {

class Theme;

/// The one primary action of a sale: what it does at the left, with its key, and the amount at the
/// right, both large enough to be read across the counter.
class ChargeButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ChargeButton(Theme &theme, QWidget *parent = nullptr);

    /// The amount may be empty: there is nothing to pay.
    void show(const QString &label, const QString &key, const QString &amount);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_label;
    QString m_key;
    QString m_amount;
};

} // namespace tp::ui
