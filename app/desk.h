// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/deskport.h"

class QSettings;

namespace tp::app {

/// What this computer remembers, in desktop.ini. Who was here last is remembered for each shop.
class Desk final : public ui::DeskPort
{
public:
    static constexpr int AutoLockMinutes = 5; ///< Where nobody has said otherwise.

    /// The settings must outlive it.
    Desk(QSettings &settings, const QString &shop);

    qint64 autoLockMs() const override { return m_autoLockMinutes * 60'000LL; }
    QString lastPersonId() const override;
    void setLastPersonId(const QString &id) override;
    qint64 atWorkMs() const override;
    void setAtWorkMs(qint64 unixMs) override;
    bool hasReadKeeping() const override;
    void setHasReadKeeping() override;

private:
    QString keyOf(const QString &name) const;

    QSettings &m_settings;
    QString m_group;
    int m_autoLockMinutes;
};

} // namespace tp::app
