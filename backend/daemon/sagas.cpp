// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/sagas.h"

#include "backend/orchestration/checkout.h"
#include "backend/orchestration/sagaroutes.h"

namespace tp::daemon {

Sagas::Sagas(storage::Database &database, const Clock &clock, Random &random)
    : m_engine(m_book, Uuid::v7(clock.nowMs(), random).toString())
    , m_runner(m_engine, database, clock, {})
{
    m_book.add(orchestration::checkoutPlan());
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
