// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tp::ui {

/// What a person reads when something is not as it should be: what happened, why, what to do.
struct Notice
{
    QString what;
    QString why;
    QString next;

    bool isEmpty() const { return what.isEmpty(); }

    friend bool operator==(const Notice &, const Notice &) = default;
};

} // namespace tp::ui
