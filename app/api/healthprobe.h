// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QObject>
#include <QTimer>

namespace tp::api {

class HttpClient;

/// How often the server is asked and how soon it counts as lost, in milliseconds.
struct ProbeTimes
{
    int timeoutMs = 2'000;
    int whenFineMs = 30'000;
    int whenFailingMs = 5'000;
    int lostAfterMs = 3'000; ///< Since the first failure in a row ...
    int failuresMax = 2;     ///< ... or with this many of them.
};

/// Asks GET /health/ready over and over. One failure may be a hiccup and is not told; one success
/// ends the trouble.
class HealthProbe final : public QObject
{
    Q_OBJECT

public:
    /// The client must outlive the probe.
    explicit HealthProbe(HttpClient &http, const ProbeTimes &times = {}, QObject *parent = nullptr);

    void start();
    void stop(); ///< Nothing is known from here on.
    void checkNow();

signals:
    void lost(const tp::Error &why);
    void back(); ///< Also the first time.

private:
    enum class State { Unknown, Fine, Failing, Lost };

    void takeSuccess();
    void takeFailure(const Error &error);
    void giveUp();

    HttpClient &m_http;
    ProbeTimes m_times;
    QTimer m_next;
    QTimer m_patience; ///< Runs from the first failure in a row.
    State m_state = State::Unknown;
    Error m_lastError;
    int m_failures = 0;
    int m_generation = 0;
    bool m_isStarted = false;
    bool m_isAsking = false;
};

} // namespace tp::api
