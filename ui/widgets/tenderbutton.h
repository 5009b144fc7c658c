// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace tp::ui {

class Theme;

/// A sum that the customer may hand over, and below it what goes back. The exact one stands out.
class TenderButton final : public QPushButton
{
    Q_OBJECT

public:
    TenderButton(Theme &theme, const QString &name, QWidget *parent = nullptr);

    void show(const QString &amount, const QString &detail, bool isExact);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_amount;
    QString m_detail;
    bool m_isExact = false;
};

} // namespace tp::ui
