// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/scandetector.h"
#include "ui/screens/keysink.h"

#include <QObject>

#include <vector>

class QKeyEvent;

namespace tp::ui {

/// Sees every key before anybody else does and picks out the scans. The keys themselves pass at
/// once; when they turn out to be a scan, its Enter is swallowed and what the keys have changed is
/// put back.
class ScanWatch final : public QObject
{
    Q_OBJECT

public:
    /// The clock must outlive it, and is asked only for events without a time of their own.
    ScanWatch(const Clock &clock, ScanDetector::IsBarcode isBarcode, QWidget &window);

    /// Off: somebody signs in; a PIN is no barcode.
    void setWatching(bool isWatching);

signals:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(const QKeyEvent &event);
    void takeCharacter(qint64 atMs, QChar character);
    bool takeEnd(qint64 atMs);

    const Clock &m_clock;
    ScanDetector::IsBarcode m_isBarcode;
    QWidget &m_window;
    bool m_isWatching = true;
    ScanDetector m_detector;
    std::vector<KeySink::Restore> m_before; ///< For each character; empty where no code begins.
};

} // namespace tp::ui
