// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

class QWidget;

namespace tp::app {

/// Saves a picture of the window once it shows what it is to show, for tests and documentation.
/// When it is not within half a minute, the picture shows what there is instead.
class WindowGrab final : public QObject
{
    Q_OBJECT

public:
    WindowGrab(QWidget &window, const QString &file, QObject *parent = nullptr);

    /// Whether what is shown now is worth a picture; it must stay so for a moment.
    void look(bool isWhole);

signals:
    /// 0: saved, and whole.
    void done(int exitCode);

private:
    void save(bool isWhole);

    QWidget &m_window;
    QString m_file;
    QTimer m_patience;
    QTimer m_settle; ///< For what is painted a moment later: skeletons, pictures.
};

} // namespace tp::app
