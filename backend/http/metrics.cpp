// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/metrics.h"

#include "backend/http/router.h"

namespace tp::http {
namespace {

/// Upper ends of the histogram, in microseconds.
constexpr std::array<qint64, 9> BucketEndsUs{500,    1'000,   2'500,   5'000,    10'000,
                                             25'000, 100'000, 500'000, 2'500'000};

constexpr std::array StatusesCounted{200, 201, 202, 204, 304, 400, 401, 403, 404, 405, 406,
                                     408, 409, 412, 413, 414, 415, 422, 429, 431, 500, 503};

std::size_t placeOfStatus(int status)
{
    const auto *found = std::find(StatusesCounted.begin(), StatusesCounted.end(), status);
    return std::size_t(found - StatusesCounted.begin()); // The last place is for all others.
}

/// Microseconds as seconds with six decimals, made of integers.
std::string seconds(qint64 microseconds)
{
    std::string fraction = std::to_string(microseconds % 1'000'000);
    fraction.insert(0, 6 - fraction.size(), '0');
    return std::to_string(microseconds / 1'000'000) + '.' + fraction;
}

} // namespace

struct Metrics::Row
{
    std::array<std::atomic<quint64>, StatusesCounted.size() + 1> byStatus{};
    std::array<std::atomic<quint64>, BucketEndsUs.size() + 1> byDuration{};
    std::atomic<quint64> microseconds{0};
    std::string labels;
};

Metrics::Metrics(const Router &router) : m_router(router)
{
    for (const auto &route : router.routes()) {
        m_rows.push_back(std::make_unique<Row>());
        m_rows.back()->labels =
            "method=\"" + std::string(nameOf(route->method)) + "\",route=\"" + route->pattern + '"';
    }
    m_rows.push_back(std::make_unique<Row>());
    m_rows.back()->labels = "method=\"\",route=\"\"";
}

Metrics::~Metrics() = default;

void Metrics::observe(std::ptrdiff_t route, int status, qint64 microseconds)
{
    Row &row = *m_rows[route < 0 ? m_rows.size() - 1 : std::size_t(route)];
    row.byStatus[placeOfStatus(status)].fetch_add(1, std::memory_order_relaxed);
    const auto *end = std::lower_bound(BucketEndsUs.begin(), BucketEndsUs.end(), microseconds);
    row.byDuration[std::size_t(end - BucketEndsUs.begin())].fetch_add(1, std::memory_order_relaxed);
    row.microseconds.fetch_add(quint64(microseconds), std::memory_order_relaxed);
}

void Metrics::addGauge(std::string name, std::string help, std::function<qint64()> value)
{
    m_gauges.push_back({std::move(name), std::move(help), std::move(value)});
}

void Metrics::writeRequests(std::string &out) const
{
    out += "# HELP tradepost_http_requests_total Requests answered, by route and status.\n"
           "# TYPE tradepost_http_requests_total counter\n";
    for (const auto &row : m_rows) {
        for (std::size_t i = 0; i < row->byStatus.size(); ++i) {
            const quint64 count = row->byStatus[i].load(std::memory_order_relaxed);
            if (count == 0)
                continue;
            const std::string status =
                i < StatusesCounted.size() ? std::to_string(StatusesCounted[i]) : "other";
            out += "tradepost_http_requests_total{" + row->labels + ",status=\"" + status + "\"} " +
                   std::to_string(count) + '\n';
        }
    }
}

void Metrics::writeDurations(std::string &out) const
{
    out += "# HELP tradepost_http_request_duration_seconds Time from a complete request to its "
           "answer.\n# TYPE tradepost_http_request_duration_seconds histogram\n";
    for (const auto &row : m_rows) {
        quint64 total = 0;
        std::string buckets;
        for (std::size_t i = 0; i < row->byDuration.size(); ++i) {
            total += row->byDuration[i].load(std::memory_order_relaxed);
            const std::string end = i < BucketEndsUs.size() ? seconds(BucketEndsUs[i]) : "+Inf";
            buckets += "tradepost_http_request_duration_seconds_bucket{" + row->labels + ",le=\"" +
                       end + "\"} " + std::to_string(total) + '\n';
        }
        if (total == 0)
            continue;
        out += buckets;
        out += "tradepost_http_request_duration_seconds_sum{" + row->labels + "} " +
               seconds(qint64(row->microseconds.load(std::memory_order_relaxed))) + '\n';
        out += "tradepost_http_request_duration_seconds_count{" + row->labels + "} " +
               std::to_string(total) + '\n';
    }
}

void Metrics::writeGauges(std::string &out) const
{
    for (const Gauge &gauge : m_gauges) {
        out += "# HELP " + gauge.name + ' ' + gauge.help + "\n# TYPE " + gauge.name + " gauge\n" +
               gauge.name + ' ' + std::to_string(gauge.value()) + '\n';
    }
}

std::string Metrics::text() const
{
    std::string out;
    writeRequests(out);
    writeDurations(out);
    writeGauges(out);
    return out;
}

} // namespace tp::http
