// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/icons.h"

#include <QFrame>

class QLabel;

namespace tp::ui {

class Theme;

/// What is to be said about the form around it: in the form, where it is needed, and without room
/// while there is nothing. Read aloud when it comes.
class InlineNotice final : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Hint, Danger };

    InlineNotice(Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// Both empty: nothing to say.
    void show(Tone tone, const QString &title, const QString &text);

private:
    void render();

    Theme &m_theme;
    Tone m_tone = Tone::Hint;
    QLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
};

} // namespace tp::ui
