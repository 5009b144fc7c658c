// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tp::http {

class Router;

/// Counts requests by route, method and status and how long they took, for GET /metrics
/// (Prometheus text format 0.0.4). Counting is lock-free and may happen on any thread; gauges are
/// added before the server starts.
class Metrics
{
public:
    explicit Metrics(const Router &router);
    ~Metrics();

    /// `route` is Route::index; nothing for a path that no route has.
    void observe(std::ptrdiff_t route, int status, qint64 microseconds);

    void addGauge(std::string name, std::string help, std::function<qint64()> value);

    /// Everything, as text.
    std::string text() const;

private:
    struct Row;

    void writeRequests(std::string &out) const;
    void writeDurations(std::string &out) const;
    void writeGauges(std::string &out) const;

    const Router &m_router;
    std::vector<std::unique_ptr<Row>> m_rows; ///< One a route, and one for unknown paths.

    struct Gauge
    {
        std::string name;
        std::string help;
        std::function<qint64()> value;
    };
    std::vector<Gauge> m_gauges;
};

} // namespace tp::http
