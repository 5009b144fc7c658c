// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QWidget;

namespace tp::app {

/// Tells when a window has been painted for the first time, whole and handed to the screen, so
/// that what takes time can begin after it.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    explicit FirstPaint(QWidget &window, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void painted();

    /// Once: painted, or a second has passed. A minimised window is not painted, but must work.
    void mayGoOn();

private:
    void goOn();

    QWidget &m_window;
    QTimer m_patience;
    bool m_hasGoneOn = false;
};

} // namespace tp::app
