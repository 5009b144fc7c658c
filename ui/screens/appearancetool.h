// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/theme.h"

#include <QObject>

class QAction;
class QMenu;
class QToolButton;

namespace tp::ui {

class NavRail;

/// The item of the rail that says how the program looks and changes it: light, dark, or as the
/// desktop is. Belongs to its rail.
class AppearanceTool final : public QObject
{
    Q_OBJECT

public:
    AppearanceTool(Theme &theme, NavRail &rail);

    QToolButton *button() const { return m_button; }
    void retranslate();

private:
    void addChoice(Appearance appearance, const QString &name);
    void openMenu();
    void render();

    Theme &m_theme;
    NavRail &m_rail;
    QToolButton *m_button = nullptr;
    QMenu *m_menu = nullptr;
    QList<QAction *> m_choices;
};

} // namespace tp::ui
