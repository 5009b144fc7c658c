// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/exchange.h"
#include "backend/http/outcomewaits.h"
#include "backend/storage/database.h"

#include <memory>

namespace tp::http {

/// A changing request on the writer's side: takes the idempotency key, runs the handler, keeps
/// the answer beside the effect in one transaction, and lets the answer go when both are on disk.
/// Where it began what ends later, it waits for that, and keeps the answer then.
class WriteTask : public std::enable_shared_from_this<WriteTask>
{
public:
    WriteTask(std::shared_ptr<Exchange> exchange, storage::Database &database, OutcomeWaits &waits);

    /// Queues it; a full queue is answered Unavailable at once.
    void start();

private:
    using Keep = storage::UnitOfWork::Keep;

    Keep run(storage::UnitOfWork &work);
    Keep runKeyed(storage::UnitOfWork &work);
    Keep runClaimed(storage::UnitOfWork &work);
    Keep runHandler(storage::UnitOfWork &work);
    Keep keepAnswer(storage::UnitOfWork &work);
    Result<Answer> callHandler(storage::UnitOfWork &work);
    void finish(const storage::Writer::Outcome &outcome);
    void waitOrAnswer();

    std::shared_ptr<Exchange> m_exchange;
    storage::Database &m_database;
    OutcomeWaits &m_waits;
    std::string m_key;
    std::string m_scope;
    Response m_response;
    std::optional<Uuid> m_begun;         ///< What this request began, or an earlier one like it.
    std::optional<Uuid> m_following;     ///< What its answer waits for.
    bool m_hasEnded = true;              ///< It waits for nothing.
    std::function<void()> m_onCommitted; ///< See Answer.
    struct
    {
        std::optional<Uuid> begun;
        std::function<void()> followUp;
    } m_inDoubt; ///< The two above, of a commit of which nobody knows whether it arrived.
    qint64 m_waitUntilUs = 0;
    bool m_askedAgain = false;
};

/// IdempotencyKeyRequired or IdempotencyKeyInvalid where the field does not fit the route.
Result<void> checkIdempotencyKey(const RequestHead &head, const Route &route);

} // namespace tp::http
