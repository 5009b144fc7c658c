// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace tp::ui {

class Theme;

/// A thin moving line over a list whose rows are being fetched again. Its room is always kept, so
/// that nothing jumps when it comes and goes.
class ProgressLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(Theme &theme, QWidget *parent = nullptr);

    void setRunning(bool isRunning);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    QTimer m_beat;
    int m_step = 0;
};

} // namespace tp::ui
