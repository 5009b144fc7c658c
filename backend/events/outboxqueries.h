// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/session.h"

#include <string>
#include <vector>

namespace tp::events {

/// A row of the outbox, as a feed needs it.
struct Told
{
    qint64 seq = 0;
    std::string readers;
    std::string owner;
    std::string message; ///< {seq, type, at, subject, data}
};

/// What is read of the outbox. Rows without a number are nobody's to read.
class OutboxQueries
{
public:
    /// The highest number that was ever given and that anybody may know of; 0: none.
    static Result<qint64> newest(storage::Session &session);

    /// All that have a higher number than this are kept.
    static Result<qint64> keptAfter(storage::Session &session);

    /// Those behind `after`, in the order of their numbers, `count` at most.
    static Result<std::vector<Told>> page(storage::Session &session, qint64 after, int count);
};

} // namespace tp::events
