// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/application.h"
#include "backend/http/call.h"
#include "backend/http/envelope.h"
#include "backend/http/metrics.h"
#include "backend/http/route.h"

#include <memory>

namespace tp::http {

/// One request on its way through the pipeline, until it is answered. It is handed from thread to
/// thread and belongs to one at a time.
class Exchange
{
public:
    Exchange(const Envelope &envelope, Metrics &metrics, const Route *route, Call call,
             std::unique_ptr<Responder> responder, qint64 startedUs);

    const Route &route() const { return *m_route; }
    Call &call() { return m_call; }
    const AnyBody &body() const { return m_body; }
    void setBody(AnyBody body) { m_body = std::move(body); }

    /// The answer to an error; what is our own fault gets a line in the log.
    Response refusal(const Error &error) const;

    /// What a handler said, as it is sent.
    Response response(Answer answer) const;

    /// Ends it. Exactly one of these is called, once.
    void answer(Result<Answer> answer);
    void answer(Response response);

private:
    const Envelope &m_envelope;
    Metrics &m_metrics;
    const Route *m_route; ///< Null for a path that no route has.
    Call m_call;
    AnyBody m_body;
    std::unique_ptr<Responder> m_responder;
    qint64 m_startedUs;
};

/// What a handler threw, as Internal and a line in the log.
Error thrown(const Call &call, const std::exception &exception);

/// Runs a handler and turns what it throws (std::bad_alloc, or a bug) into Internal and a line in
/// the log, so that no request can end the process.
template <typename T>
Result<T> guarded(const Call &call, const std::function<Result<T>()> &handler)
{
    try {
        return handler();
    } catch (const std::exception &exception) {
        return thrown(call, exception);
    }
}

/// Microseconds of a steady clock, for durations alone.
qint64 steadyMicroseconds();

} // namespace tp::http
