// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/application.h"
#include "backend/http/authenticator.h"
#include "backend/http/envelope.h"
#include "backend/http/exchange.h"
#include "backend/http/metrics.h"
#include "backend/http/outcomewaits.h"
#include "backend/http/router.h"
#include "backend/http/trustedproxies.h"
#include "backend/http/workpool.h"
#include "backend/kernel/clock.h"
#include "backend/kernel/random.h"
#include "backend/storage/database.h"

#include <memory>
#include <vector>

namespace tp::http {

struct PipelineOptions
{
    QStringList corsOrigins;
    int ioThreads = 1;
    bool isHttpsOnly = false; ///< Plain requests are sent to the same place over TLS.
    TrustedProxies proxies;
    std::string bodyKey; ///< For the hashes of bodies that hold secrets.
};

/// What the server serves: finds the route, checks token, permission, query and body as the route
/// declares them, and hands the call to the lane that it belongs to. Rules for every route live
/// here once. Threads: head() and handle() run on the I/O threads; everything they share is
/// read-only or atomic.
class Pipeline final : public Application
{
public:
    Pipeline(const Router &router, storage::Database &database, Authenticator &authenticator,
             WorkPool &workPool, OutcomeWaits &waits, const Clock &clock, Random &random,
             Metrics &metrics, const PipelineOptions &options);
    ~Pipeline() override;

    std::variant<AcceptBody, Response> head(const RequestHead &head) override;
    void handle(int ioThread, Request request, std::unique_ptr<Responder> responder) override;
    Response refusal(int status, std::string_view detail) override;
    void threadStarted(int ioThread) override;
    void threadEnds(int ioThread) override;

private:
    std::string makeRequestId();
    Authenticator::Verdict actorOf(const RequestHead &head, const Route &route) const;
    void noteRefusal(const RequestHead &head, const Route &route, const Origin &origin,
                     const Error &error);
    void goOn(int ioThread, const std::shared_ptr<Exchange> &exchange, Call::Pairs pathParts);
    Response toHttps(const RequestHead &head);
    Response unmatched(const RequestHead &head, const Router::Match &match,
                       std::string_view requestId) const;
    void dispatch(int ioThread, const std::shared_ptr<Exchange> &exchange);
    void write(const std::shared_ptr<Exchange> &exchange);
    void prepare(const std::shared_ptr<Exchange> &exchange);
    void compute(const std::shared_ptr<Exchange> &exchange);
    void readHere(int ioThread, const std::shared_ptr<Exchange> &exchange);
    void readElsewhere(const std::shared_ptr<Exchange> &exchange);

    const Router &m_router;
    storage::Database &m_database;
    Authenticator &m_authenticator;
    WorkPool &m_workPool;
    OutcomeWaits &m_waits;
    const Clock &m_clock;
    Random &m_random;
    Metrics &m_metrics;
    Envelope m_envelope;
    const bool m_isHttpsOnly;
    const TrustedProxies m_proxies;
    const std::string m_bodyKey;

    /// One an I/O thread, made and used there alone. Empty with PostgreSQL, whose reads may wait.
    std::vector<std::unique_ptr<storage::ReadSession>> m_sessions;
};

} // namespace tp::http
