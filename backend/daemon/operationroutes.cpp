// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/operationroutes.h"

#include "backend/daemon/healthwatch.h"
#include "backend/http/metrics.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using contract::Health;
using http::Answer;
using http::Call;

Answer healthAnswer(const Health &health)
{
    const bool isWell = health.status != contract::HealthState::Unavailable;
    return Answer::json(isWell ? 200 : 503, Health::object().toJson(health));
}

/// What anybody may know: the state, without the insides.
Health withoutDetail(Health health)
{
    for (contract::HealthCheck &check : health.checks)
        check.detail.reset();
    return health;
}

void addHealthRoutes(http::Router &router, const HealthWatch &watch)
{
    router.get("/health/live")
        .summary(u"Whether the process lives"_s)
        .tag(u"Operations"_s)
        .open()
        .answers<Health>(200)
        .answersWith([](const Call &) -> Result<Answer> { return healthAnswer(Health()); });

    router.get("/health/ready")
        .summary(u"Whether it can serve: database, disk and workers are well"_s)
        .tag(u"Operations"_s)
        .open()
        .answers<Health>(200)
        .answers<Health>(503)
        .answersWith([&watch](const Call &) -> Result<Answer> {
            return healthAnswer(withoutDetail(watch.health()));
        });

    router.get("/health")
        .summary(u"Each thing that the backend depends on, with state and age"_s)
        .tag(u"Operations"_s)
        .needs(Permission::SettingsWrite)
        .answers<Health>(200)
        .answers<Health>(503)
        .answersWith([&watch](const Call &) -> Result<Answer> {
            watch.lookAgain();
            return healthAnswer(watch.health());
        });
}

} // namespace

void addOperationRoutes(http::Router &router, const HealthWatch &watch,
                        const contract::Version &version,
                        std::function<const http::Metrics &()> metrics)
{
    addHealthRoutes(router, watch);

    router.get("/version")
        .summary(u"What is running"_s)
        .tag(u"Operations"_s)
        .open()
        .answers<contract::Version>(200)
        .answersWith([text = contract::Version::object().toJson(version)](
                         const Call &) -> Result<Answer> { return Answer::json(200, text); });

    router.get("/metrics")
        .summary(u"Counters for Prometheus; from this machine without a token"_s)
        .tag(u"Operations"_s)
        .openFromLoopback()
        .needs(Permission::SettingsWrite)
        .answersBytes({"text/plain; version=0.0.4; charset=utf-8"})
        .answersWith([metrics = std::move(metrics)](const Call &) -> Result<Answer> {
            return Answer::bytes("text/plain; version=0.0.4; charset=utf-8", metrics().text());
        });
}

} // namespace tp::daemon
