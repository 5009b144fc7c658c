// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/eventnames.h"
#include "backend/events/audience.h"
#include "backend/storage/unitofwork.h"

#include <functional>
#include <string>

namespace tp::events {

/// Something that happened, for everybody who listens.
struct Event
{
    contract::EventType type;
    std::string subject; ///< The id of what it happened to.
    std::string data;    ///< A JSON object.
    Audience audience;
};

/// Where events are written, in the transaction of what they tell: both happen or neither.
class Outbox
{
public:
    static Result<void> add(storage::UnitOfWork &work, const Event &event);

    /// At the end of the unit of work, if it is kept: of several about one subject only the last,
    /// as things stand then. So what goes through many states in one transaction is one row.
    template <typename Telling>
    static void tellAtEnd(storage::UnitOfWork &work, std::string subject, Telling telling)
    {
        work.sayLast(std::move(subject),
                     [telling = std::move(telling)](storage::UnitOfWork &unit) -> Result<void> {
                         return add(unit, telling());
                     });
    }

    /// How long events are kept, and how many at most.
    static constexpr qint64 KeptMs = qint64(7) * 24 * 60 * 60 * 1000;
    static constexpr qint64 KeptMax = 500'000;
    static constexpr int PrunedAtOnceMax = 500;

    /// Forgets a handful of those that are too old, or too many; whether more are.
    static Result<bool> prune(storage::UnitOfWork &work, qint64 keptMax = KeptMax);

    /// Gives those that were committed without a number theirs, in an order in which none is
    /// missed: PostgreSQL, where many commit at once. One relay at a time does; others wait for
    /// it. How many there were, NumberedAtOnceMax at most.
    static Result<qint64> number(storage::UnitOfWork &work);
    static constexpr int NumberedAtOnceMax = 500;
};

} // namespace tp::events
