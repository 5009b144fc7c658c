// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QPainter;

namespace tp::ui {

class Theme;

/// Up to two letters that stand for a name: "Maya Lindqvist" is ML.
QString initialsOf(const QString &name);

/// A round patch with somebody's initials, in a tint that is always theirs.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    Avatar(Theme &theme, int pixels, QWidget *parent = nullptr);

    void setName(const QString &name);

    static void paint(QPainter &painter, const QRectF &room, const QString &name,
                      const Theme &theme);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QString m_name;
};

} // namespace tp::ui
