// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/person.h"

#include <QPushButton>

namespace tp::ui {

class Theme;

/// One of the demo shop's people: who they are at one side, password and PIN at the other.
class DemoPersonRow final : public QPushButton
{
    Q_OBJECT

public:
    explicit DemoPersonRow(Theme &theme, QWidget *parent = nullptr);

    void show(const DemoPerson &person, const QString &role);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter, const QRectF &room, int alignment, const QString &text);

    Theme &m_theme;
    DemoPerson m_person;
    QString m_role;
};

} // namespace tp::ui
