// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/saga/record.h"
#include "backend/storage/unitofwork.h"

namespace tp::saga {

/// A saga as it is kept.
struct Saga
{
    SagaId id;
    std::string kind;
    int definition = 1; ///< The version by which it began and ends.
    Uuid subject;       ///< What it is about.
    std::string data;   ///< What its steps need to know; never changed.
    Record record;
    qint64 fence = 1;
    qint64 version = 1; ///< How often it was written.
};

/// Which moment in the life of a saga somebody speaks of: it has moved on when either differs.
struct Place
{
    SagaId id;
    qint64 fence = 0;
    qint64 version = 0;

    friend bool operator==(const Place &, const Place &) = default;
};

/// Whose a saga is from now on. Empty owner: nobody's.
struct Lease
{
    std::string_view owner;
    std::optional<qint64> dueAtMs; ///< From then on anybody may take it up; nothing: never.
};

/// The SQL of sagas. StaleVersion where somebody else has moved or leased one meanwhile: nothing
/// was written, and whatever else is in the unit of work must not be kept.
class SagaStore
{
public:
    static Result<void> insert(storage::UnitOfWork &work, const Definition &definition,
                               const Saga &saga, const Lease &lease);

    /// NotFound; Internal for a row that cannot be read.
    static Result<Saga> find(storage::Session &session, SagaId id);

    /// As find(), of the saga at this place.
    static Result<Saga> findAt(storage::Session &session, const Place &place);

    /// Writes what has become of the saga since it was read, and counts its version on.
    static Result<void> save(storage::UnitOfWork &work, const Definition &definition, Saga &saga,
                             const Lease &lease);

    struct Leased
    {
        Place place;
        bool isLate = false; ///< Somebody had it and let it lie, or nobody was there to take it.
    };
    /// Leases what is due, `max` of it at most, each with a new fence. What another backend is just
    /// leasing is left to it.
    static Result<QList<Leased>> leaseDue(storage::UnitOfWork &work, const Lease &lease, int max);

    /// Anybody may take up now what this owner has, or what all others have.
    static Result<void> giveBack(storage::UnitOfWork &work, std::string_view owner);
    static Result<void> giveBackOfOthers(storage::UnitOfWork &work, std::string_view owner);

    /// One that waits for its next attempt is due now; another stays as it is.
    static Result<void> hasten(storage::UnitOfWork &work, SagaId id);
};

} // namespace tp::saga
