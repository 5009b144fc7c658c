// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/salenames.h"
#include "backend/kernel/result.h"
#include "backend/kernel/uuid.h"
#include "backend/pricing/pricing.h"
#include "backend/pricing/settlement.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace tp::ui {

/// A product as it was sold.
struct SoldLine
{
    ProductId productId;
    QString sku;
    QString name;
    Quantity quantity;
    Money unitPrice;
    std::optional<pricing::Discount> discount; ///< The line's own.
    pricing::PricedLine priced;
    QString note;
};

/// One way in which it was paid: in cash, or at a terminal that stands alone.
struct SoldPayment
{
    contract::PaymentMethod method = contract::PaymentMethod::Cash;
    pricing::SettledTender tender;
};

/// A sale as the cashier finished it: priced, paid, and not to be changed any more. Nothing is due.
struct FinishedSale
{
    QList<SoldLine> lines;
    std::optional<pricing::Discount> discount; ///< The order's.
    pricing::PricedOrder totals;
    QList<SoldPayment> payments;
    Money rounding; ///< Of cash.
    Money change;
    std::optional<UserId> soldBy;
};

/// The same once it is on disk, with its number: from now on it has happened.
struct KeptSale
{
    OrderId id;
    QString number; ///< "T1-000123"
    qint64 soldAtMs = 0;
    FinishedSale sale;
};

/// What of the finished sales the server does not have yet.
struct WaitingSales
{
    int sending = 0; ///< Will be sent by themselves.
    int parked = 0;  ///< The server refused them; a person has to look.

    friend bool operator==(const WaitingSales &, const WaitingSales &) = default;
};

/// Where finished sales go; app/outbox implements it. A sale is done when it is kept, whether or
/// not a server is there.
class SalePort
{
public:
    /// An error: nothing was kept, and the sale is as it was before. Conflict: this computer is no
    /// till, or no longer knows its receipt numbers until a manager has signed in. Internal: the
    /// disk; the detail says in plain words what is the matter with it.
    using KeptReply = std::function<void(const Result<KeptSale> &)>;
    using WaitingChanged = std::function<void(const WaitingSales &)>;

    virtual ~SalePort() = default;

    /// Comes on the caller's thread, never before the call has returned, once, and not at all when
    /// `context` has died; the sale is kept all the same.
    virtual void keep(const FinishedSale &sale, QObject *context, KeptReply reply) = 0;

    /// Told now and whenever it changes, until `context` dies.
    virtual void watchWaiting(QObject *context, WaitingChanged changed) = 0;
};

} // namespace tp::ui
