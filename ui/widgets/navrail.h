// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace tp::ui {

class Theme;

/// The way between the screens: an icon and a word each, top to bottom, always in the same order;
/// what concerns the program as a whole stands at the bottom.
class NavRail final : public QFrame
{
    Q_OBJECT

public:
    explicit NavRail(Theme &theme, QWidget *parent = nullptr);

    /// Texts come by setText(), again whenever the language changes. `name` is the object name.
    QToolButton *addScreen(Icon icon, const QString &name);
    QToolButton *addTool(Icon icon, const QString &name);

    void setIcon(QToolButton *item, Icon icon);

signals:
    void screenPressed(int place);

private:
    QToolButton *makeItem(Icon icon, const QString &name);
    void renderTheme();

    struct Item
    {
        QToolButton *button;
        Icon icon;
    };

    Theme &m_theme;
    QLabel *m_logo = nullptr;
    QVBoxLayout *m_column = nullptr;
    QButtonGroup *m_screens = nullptr;
    QList<Item> m_items;
};

} // namespace tp::ui
