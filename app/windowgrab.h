// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/sellstate.h"

#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace tp::app {

/// Saves a picture of the window once the shop is shown, for tests and documentation. When it is
/// not within half a minute, the picture shows what there is instead.
class WindowGrab final : public QObject
{
    Q_OBJECT

public:
    WindowGrab(QWidget &window, const QString &file, QObject *parent = nullptr);

    void look(const ui::SellState &state);

signals:
    /// 0: saved with the shop in it.
    void done(int exitCode);

private:
    void save(bool isShopShown);

    QWidget &m_window;
    QString m_file;
    QTimer m_patience;
    QTimer m_settle; ///< For what is painted a moment later: skeletons, pictures.
};

} // namespace tp::app
