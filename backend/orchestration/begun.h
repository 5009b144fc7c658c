// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/answer.h"
#include "backend/saga/sagaengine.h"
#include "backend/storage/unitofwork.h"

namespace tp::saga {
class SagaRunner;
}

namespace tp::orchestration {

/// A saga that a request began, seen from its outcome.
struct BegunSaga
{
    OrderId order;
    std::string kind;
    std::string data;
    saga::SagaState state = saga::SagaState::Running;
    std::optional<saga::Failure> failure; ///< Why it turned back.
    bool isOver = false;                  ///< Completed or compensated; not: stuck.
};

/// NotFound.
Result<BegunSaga> begunSaga(storage::UnitOfWork &work, SagaId id);

/// Nothing where it is over, or where there is none.
std::optional<SagaId> stillRunning(const saga::Standing &standing);

/// The saga by which something is being done with this order; nothing where all are over.
Result<std::optional<SagaId>> begunFor(storage::UnitOfWork &work, OrderId order);

/// The answer of a request that began a saga: once it is on disk, the saga goes on, and where it
/// has not ended yet the caller waits for it.
http::Answer following(saga::SagaRunner &runner, saga::Standing standing,
                       const std::optional<SagaId> &begun, http::Answer answer);

} // namespace tp::orchestration
