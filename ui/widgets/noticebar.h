// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tp::ui {

class Theme;

/// A strip across the window that says what is not as usual, with one thing to do about it. It
/// takes no room while it has nothing to say, and covers nothing while it has.
class NoticeBar final : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Info, Warn, Danger };

    struct Notice
    {
        Tone tone = Tone::Info;
        Icon icon = Icon::Info;
        QString text;   ///< Empty: nothing to say.
        QString action; ///< Empty: nothing to do.
        QString more;   ///< A second thing, as "Show log"; mostly empty.

        friend bool operator==(const Notice &, const Notice &) = default;
    };

    /// The names of the text and the button derive from `name`: "connectionText", ...
    NoticeBar(Theme &theme, const QString &name, QWidget *parent = nullptr);

    void setNotice(const Notice &notice);
    const Notice &notice() const { return m_notice; }

signals:
    void actionRequested();
    void moreRequested();

private:
    QPushButton *makeButton(const QString &name);
    void renderIcon();

    Theme &m_theme;
    QLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_more = nullptr;
    Notice m_notice;
};

} // namespace tp::ui
