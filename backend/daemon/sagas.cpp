// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/sagas.h"

#include "backend/http/outcomewaits.h"
#include "backend/orchestration/checkout.h"
#include "backend/orchestration/refund.h"
#include "backend/orchestration/sagaevents.h"
#include "backend/orchestration/sagaroutes.h"

namespace tp::daemon {

Sagas::Sagas(storage::Database &database, const Clock &clock, Random &random,
             http::OutcomeWaits &waits, const payments::Gateways &gateways)
    : m_engine(m_book, Uuid::v7(clock.nowMs(), random).toString())
    , m_runner(m_engine, database, clock,
               [&waits](SagaId id, saga::SagaState) { waits.ended(id.uuid()); })
{
    m_book.add(orchestration::checkoutPlan(gateways));
    m_book.add(orchestration::refundPlan(gateways));
    m_book.add(orchestration::cancelPlan(gateways));
    m_book.setTell(orchestration::tellStanding);
}

void Sagas::addRoutes(http::Router &router)
{
    orchestration::addSagaRoutes(router, m_engine);
}

void Sagas::start()
{
    m_runner.start();
}

void Sagas::stop()
{
    m_runner.stop();
}

} // namespace tp::daemon
