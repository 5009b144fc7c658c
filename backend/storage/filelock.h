// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>

#include <memory>

namespace tp::storage {

/// One `serve` a file: a lock on `FILE.lock`, which holds the process id of its owner. The
/// operating system lets go of it when the process dies, however it dies.
class FileLock
{
public:
    /// Unavailable, naming the process, when another holds it.
    static Result<std::unique_ptr<FileLock>> take(const QString &databaseFile);

    /// Whether somebody holds it at this moment.
    static bool isTaken(const QString &databaseFile);

    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    explicit FileLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor;
};

} // namespace tp::storage
