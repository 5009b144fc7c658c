// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"
#include "backend/contract/salenames.h"

namespace tp::contract {

/// One step of a saga, and how far it is.
struct SagaStep
{
    QString name;
    QString state; ///< As saga/record.h names it.
    qint64 attempts = 0;
    std::optional<Time> startedAt;
    std::optional<Time> finishedAt;
    std::optional<QString> error;

    static const Object<SagaStep> &object();
    friend bool operator==(const SagaStep &, const SagaStep &) = default;
};

/// What makes an order happen, or undoes it.
struct Saga
{
    SagaId id;
    QString kind;
    OrderId orderId;
    SagaState state = SagaState::Running;
    QString step; ///< Where it is; empty at its end.
    QList<SagaStep> steps;
    std::optional<Time> nextRetryAt;
    Time createdAt;
    Time updatedAt;

    static const Object<Saga> &object();
    friend bool operator==(const Saga &, const Saga &) = default;
};

/// Something that a person should look at.
struct Attention
{
    QString id;
    Time at;
    QString kind;
    std::optional<OrderId> orderId;
    QString detail;

    static const Object<Attention> &object();
    friend bool operator==(const Attention &, const Attention &) = default;
};

} // namespace tp::contract
