// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tp::ui {

/// What this computer remembers between runs and is no secret; app/ keeps it in desktop.ini.
class DeskPort
{
public:
    virtual ~DeskPort() = default;

    /// Without a touch for so long, the till locks itself; 0: never.
    virtual qint64 autoLockMs() const = 0;

    /// Who signed in here last, so that their tile is the one to begin with; empty: nobody.
    virtual QString lastPersonId() const = 0;
    virtual void setLastPersonId(const QString &id) = 0;

    /// When somebody signed in was at work here last, in Unix milliseconds; 0: it was locked. So
    /// that ending the program is no way around its lock.
    virtual qint64 atWorkMs() const = 0;
    virtual void setAtWorkMs(qint64 unixMs) = 0;

    /// Whether a person has read where secrets are kept on this computer.
    virtual bool hasReadKeeping() const = 0;
    virtual void setHasReadKeeping() = 0;
};

} // namespace tp::ui
