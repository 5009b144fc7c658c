// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/exchange.h"

#include "backend/http/log.h"
#include "backend/http/problemresponse.h"

#include <chrono>

namespace tp::http {

Exchange::Exchange(const Envelope &envelope, Metrics &metrics, const Route *route, Call call,
                   std::unique_ptr<Responder> responder, qint64 startedUs)
    : m_envelope(envelope)
    , m_metrics(metrics)
    , m_route(route)
    , m_call(std::move(call))
    , m_responder(std::move(responder))
    , m_startedUs(startedUs)
{}

Response Exchange::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::Unavailable)
        qCWarning(httpLog).nospace()
            << "request failed request=" << m_call.requestId().c_str()
            << " path=" << m_call.request().path.c_str() << " reason=" << error.detail;
    return refusalOf(error, m_call.requestId());
}

Response Exchange::response(Answer answer) const
{
    if (answer.refusal)
        return refusal(*answer.refusal);
    return Envelope::sealed(std::move(answer), m_call.request());
}

void Exchange::answer(Result<Answer> answer)
{
    if (!answer)
        return this->answer(refusal(answer.error()));
    this->answer(response(std::move(answer).value()));
}

void Exchange::answer(Response response)
{
    m_envelope.addHeaders(response, m_call.request(), m_call.requestId());
    const qint64 took = steadyMicroseconds() - m_startedUs;
    m_metrics.observe(m_route ? std::ptrdiff_t(m_route->index) : -1, response.status, took);
    qCDebug(httpLog).nospace() << nameOf(m_call.request().method).data() << ' '
                               << m_call.request().path.c_str() << " status=" << response.status
                               << " us=" << took << " request=" << m_call.requestId().c_str();
    m_responder->respond(std::move(response));
}

Error thrown(const Call &call, const std::exception &exception)
{
    qCCritical(httpLog).nospace() << "handler threw request=" << call.requestId().c_str()
                                  << " path=" << call.request().path.c_str()
                                  << " what=" << exception.what();
    return {ErrorCode::Internal, QString::fromUtf8(exception.what()), {}};
}

qint64 steadyMicroseconds()
{
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace tp::http
