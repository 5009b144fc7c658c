// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace tp::ui {

class Theme;

/// A state in one word beside the search field: shape, word and colour, never colour alone.
class StatusPill final : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Good, Waiting, Bad };

    explicit StatusPill(Theme &theme, QWidget *parent = nullptr);

    void show(Tone tone, const QString &text);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont textFont() const;

    Theme &m_theme;
    Tone m_tone = Tone::Waiting;
    QString m_text;
};

} // namespace tp::ui
