// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/deskport.h"

namespace tp::test {

class FakeDesk final : public ui::DeskPort
{
public:
    qint64 lockMs = 5 * 60'000;
    QString lastPerson;
    qint64 atWork = 0;
    bool hasRead = false;

    qint64 autoLockMs() const override { return lockMs; }
    QString lastPersonId() const override { return lastPerson; }
    void setLastPersonId(const QString &id) override { lastPerson = id; }
    qint64 atWorkMs() const override { return atWork; }
    void setAtWorkMs(qint64 unixMs) override { atWork = unixMs; }
    bool hasReadKeeping() const override { return hasRead; }
    void setHasReadKeeping() override { hasRead = true; }
};

} // namespace tp::test
