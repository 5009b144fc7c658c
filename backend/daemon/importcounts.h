// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace tp::daemon {

/// What became of the rows of a file.
struct ImportCounts
{
    qint64 imported = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;

    qint64 taken() const { return imported + changed + unchanged; }

    void add(const ImportCounts &other)
    {
        imported += other.imported;
        changed += other.changed;
        unchanged += other.unchanged;
        rejected += other.rejected;
    }
};

} // namespace tp::daemon
