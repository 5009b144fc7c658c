// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gateways.h"
#include "backend/saga/sagarunner.h"

namespace tp::http {
class OutcomeWaits;
class Router;
} // namespace tp::http

namespace tp::daemon {

/// The sagas of the shop and the thread that runs them, put together. Lives on the main thread.
class Sagas
{
public:
    /// All outlive this; the database is closed after stop().
    Sagas(storage::Database &database, const Clock &clock, Random &random,
          http::OutcomeWaits &waits, const payments::Gateways &gateways);

    void addRoutes(http::Router &router);

    void start();
    void stop(); ///< Once no request runs any more: they may begin sagas.

    const saga::SagaEngine &engine() const { return m_engine; }
    saga::SagaRunner &runner() { return m_runner; }

private:
    saga::SagaBook m_book;
    saga::SagaEngine m_engine;
    saga::SagaRunner m_runner;
};

} // namespace tp::daemon
