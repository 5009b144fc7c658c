// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/begun.h"

#include "backend/saga/sagarunner.h"
#include "backend/saga/sagastore.h"

namespace tp::orchestration {

Result<BegunSaga> begunSaga(storage::UnitOfWork &work, SagaId id)
{
    TP_TRY(const saga::Saga found, saga::SagaStore::find(work, id));
    return BegunSaga{
        OrderId(found.subject),      found.kind,           found.data,
        saga::stateOf(found.record), found.record.failure, saga::isFinal(found.record)};
}

std::optional<SagaId> stillRunning(const saga::Standing &standing)
{
    const SagaId id = standing.place.id;
    return id.isNil() || standing.isOver() ? std::nullopt : std::optional(id);
}

Result<std::optional<SagaId>> begunFor(storage::UnitOfWork &work, OrderId order)
{
    storage::Rows rows =
        work.query("SELECT id FROM open_sagas WHERE subject_id = $1", {order.toString()});
    std::optional<SagaId> begun;
    if (rows.next())
        begun = SagaId::parse(rows.text(0));
    TP_CHECK(rows.finish());
    return begun;
}

http::Answer following(saga::SagaRunner &runner, saga::Standing standing,
                       const std::optional<SagaId> &begun, http::Answer answer)
{
    if (!begun)
        return answer;
    answer.awaits = begun->uuid();
    if (stillRunning(standing)) {
        answer.onCommitted = [&runner, standing = std::move(standing)] { runner.follow(standing); };
    }
    return answer;
}

} // namespace tp::orchestration
