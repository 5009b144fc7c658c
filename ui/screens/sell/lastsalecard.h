// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"

#include <QFrame>

class QLabel;

namespace tp::ui {

class Theme;

/// What the last sale came to, and what goes back in the largest type: until the next one begins.
class LastSaleCard final : public QFrame
{
    Q_OBJECT

public:
    explicit LastSaleCard(Theme &theme, QWidget *parent = nullptr);

    /// Without a number it hides.
    void show(const LastSale &sale);

protected:
    void changeEvent(QEvent *event) override;

private:
    void renderTheme();

    Theme &m_theme;
    LastSale m_sale;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_changeName = nullptr;
    QLabel *m_change = nullptr;
};

} // namespace tp::ui
