// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/healthprobe.h"

#include "app/api/httpclient.h"

namespace tp::api {

using namespace Qt::StringLiterals;

HealthProbe::HealthProbe(HttpClient &http, const ProbeTimes &times, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_times(times)
{
    m_next.setSingleShot(true);
    m_patience.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &HealthProbe::checkNow);
    connect(&m_patience, &QTimer::timeout, this, &HealthProbe::giveUp);
}

void HealthProbe::start()
{
    stop();
    m_isStarted = true;
    checkNow();
}

void HealthProbe::stop()
{
    ++m_generation;
    m_next.stop();
    m_patience.stop();
    m_state = State::Unknown;
    m_failures = 0;
    m_isStarted = false;
    m_isAsking = false;
}

void HealthProbe::checkNow()
{
    if (!m_isStarted || m_isAsking)
        return;
    m_isAsking = true;
    m_next.stop();
    m_http.get({u"/health/ready"_s, {}, m_times.timeoutMs}, this,
               [this, generation = m_generation](const auto &answer) {
                   if (generation != m_generation)
                       return;
                   m_isAsking = false;
                   if (answer)
                       takeSuccess();
                   else
                       takeFailure(answer.error());
               });
}

void HealthProbe::takeSuccess()
{
    m_failures = 0;
    m_patience.stop();
    m_next.start(m_times.whenFineMs);
    const State before = std::exchange(m_state, State::Fine);
    if (before == State::Unknown || before == State::Lost)
        emit back();
}

void HealthProbe::takeFailure(const Error &error)
{
    ++m_failures;
    m_lastError = error;
    m_next.start(m_times.whenFailingMs);
    if (m_state == State::Lost)
        return;
    if (m_failures == 1)
        m_patience.start(m_times.lostAfterMs);
    if (m_state == State::Fine)
        m_state = State::Failing;
    if (m_failures >= m_times.failuresMax)
        giveUp();
}

void HealthProbe::giveUp()
{
    m_patience.stop();
    m_state = State::Lost;
    emit lost(m_lastError);
}

} // namespace tp::api
