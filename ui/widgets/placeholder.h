// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tp::ui {

class Theme;

/// What stands where there is nothing to show: an icon, a sentence, why it is so, and at most one
/// thing to do.
class Placeholder final : public QWidget
{
    Q_OBJECT

public:
    enum class Weight { Page, Panel };

    struct Content
    {
        Icon icon = Icon::Info;
        QString title;
        QString explanation;
        QString action; ///< Empty: no button.
        QString key;    ///< Of the action, shown beside it ("Esc"); may be empty.
    };

    /// The names of the parts derive from `name`: "nomatchTitle", "nomatchAction", ...
    Placeholder(Theme &theme, Weight weight, const QString &name, QWidget *parent = nullptr);

    void setContent(const Content &content);

signals:
    void actionRequested();

private:
    void renderIcon();

    Theme &m_theme;
    int m_iconPixels;
    Icon m_shownIcon = Icon::Info;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_explanation = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace tp::ui
