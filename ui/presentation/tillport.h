// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/keptin.h"
#include "ui/presentation/person.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace tp::ui {

/// A place where one sells, and whether a computer is it.
struct ShopRegister
{
    RegisterId id;
    QString code;
    bool isClaimed = false;

    friend bool operator==(const ShopRegister &, const ShopRegister &) = default;
};

/// The register that this computer is.
struct TillIdentity
{
    RegisterId registerId;
    QString code;
    KeptIn keptIn = KeptIn::Nowhere; ///< Its secret.

    friend bool operator==(const TillIdentity &, const TillIdentity &) = default;
};

/// This computer as a till; app/session implements it and keeps the secret, which nobody here
/// sees. Callbacks as those of SessionPort.
class TillPort
{
public:
    using KnownReply = std::function<void(const std::optional<TillIdentity> &)>;
    using RegistersReply = std::function<void(const Result<QList<ShopRegister>> &)>;
    using ClaimReply = std::function<void(const Result<TillIdentity> &)>;
    using StaffReply = std::function<void(const Result<QList<StaffMember>> &)>;

    virtual ~TillPort() = default;

    /// What an earlier run kept; nothing: this computer is no till.
    virtual void load(QObject *context, KnownReply reply) = 0;

    virtual void loadRegisters(QObject *context, RegistersReply reply) = 0;
    virtual void claim(RegisterId place, QObject *context, ClaimReply reply) = 0;
    virtual void loadStaff(QObject *context, StaffReply reply) = 0;

    /// This computer is no till any more; its secret is good for nothing.
    virtual void forget() = 0;
};

} // namespace tp::ui
