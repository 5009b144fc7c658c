// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/sagaevents.h"

#include "backend/contract/saleevents.h"
#include "backend/events/outbox.h"

namespace tp::orchestration {

Result<void> tellStanding(storage::UnitOfWork &work, const saga::Definition &definition,
                          const saga::Saga &saga)
{
    const saga::SagaState state = stateOf(saga.record);
    const bool isOver =
        state == saga::SagaState::Completed || state == saga::SagaState::Compensated;
    const bool isNew = saga.version == 0;
    if (!saga.record.isStuck && (!isOver || isNew))
        return {};
    contract::SagaEventData data;
    data.id = saga.id;
    data.kind = QString::fromStdString(saga.kind);
    data.orderId = OrderId(saga.subject);
    data.state = contract::fromWireName<contract::SagaState>(nameOf(state))
                     .value_or(contract::SagaState::Running);
    if (!isOver) {
        const std::string_view step = definition.steps[std::size_t(saga.record.step)].name;
        data.step = QString::fromUtf8(step.data(), qsizetype(step.size()));
    }
    return events::Outbox::add(
        work, {isOver ? contract::EventType::SagaEnded : contract::EventType::SagaStuck,
               saga.id.toString(), contract::SagaEventData::object().toJson(data),
               events::Audience::whoMay(Permission::SagasRead)});
}

} // namespace tp::orchestration
