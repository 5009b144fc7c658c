// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// ok; degraded: works without something that it can do without; unavailable: does not work.
enum class HealthState { Ok, Degraded, Unavailable };

std::span<const WireName<HealthState>> wireNames(HealthState);

/// One thing that the backend depends on.
struct HealthCheck
{
    QString name; ///< "database", "disk", "writer".
    HealthState status = HealthState::Ok;
    std::optional<QString> detail;
    std::optional<qint64> ageMs; ///< Since it was last seen well.

    static const Object<HealthCheck> &object();
    friend bool operator==(const HealthCheck &, const HealthCheck &) = default;
};

/// GET /health/live (without checks), /health/ready and /health.
struct Health
{
    HealthState status = HealthState::Ok;
    QList<HealthCheck> checks;

    static const Object<Health> &object();
    friend bool operator==(const Health &, const Health &) = default;
};

/// GET /version.
struct Version
{
    QString name;     ///< "tradepostd".
    QString version;  ///< "0.1.0".
    QString api;      ///< Of this contract: "1".
    QString qt;       ///< The Qt that it runs with.
    QString database; ///< "sqlite" or "postgresql".

    static const Object<Version> &object();
    friend bool operator==(const Version &, const Version &) = default;
};

} // namespace tp::contract
