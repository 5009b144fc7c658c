// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/status.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

namespace {

constexpr WireName<HealthState> HealthNames[] = {{HealthState::Ok, "ok"},
                                                 {HealthState::Degraded, "degraded"},
                                                 {HealthState::Unavailable, "unavailable"}};

} // namespace

std::span<const WireName<HealthState>> wireNames(HealthState)
{
    return HealthNames;
}

const Object<HealthCheck> &HealthCheck::object()
{
    static const auto object =
        Object<HealthCheck>(Use::Answer, "HealthCheck", "Something that the backend needs")
            .required("name", &HealthCheck::name, Text::any(), "What was looked at")
            .required("status", &HealthCheck::status, "How it is")
            .nullable("detail", &HealthCheck::detail, Text::any(), "What is wrong")
            .nullable("age_ms", &HealthCheck::ageMs, Integer{0, VersionMax},
                      "Milliseconds since it was last seen well");
    return object;
}

const Object<Health> &Health::object()
{
    static const auto object =
        Object<Health>(Use::Answer, "Health", "How the backend is")
            .required("status", &Health::status, "The worst that matters")
            .required("checks", &Health::checks, ListOf{Nested<HealthCheck>{}, 0},
                      "What was looked at");
    return object;
}

const Object<Version> &Version::object()
{
    static const auto object =
        Object<Version>(Use::Answer, "Version", "What is running")
            .required("name", &Version::name, Text::any(), "The program")
            .required("version", &Version::version, Text::any(), "Its version")
            .required("api", &Version::api, Text::any(), "The version of this contract")
            .required("qt", &Version::qt, Text::any(), "The version of Qt that it runs with")
            .required("database", &Version::database, Text::any(), "sqlite or postgresql");
    return object;
}

} // namespace tp::contract
