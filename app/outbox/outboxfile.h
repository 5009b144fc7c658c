// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/outbox/outboxdatabase.h"
#include "backend/contract/register.h"
#include "ui/presentation/saleport.h"

namespace tp::outbox {

/// The till that numbers its sales.
struct SellingTill
{
    contract::TillClaim claim;
    bool isNew = false; ///< Claimed in this run: its numbers may begin.
};

struct NewSale
{
    OrderId id;
    qint64 soldAtMs = 0;
    ui::FinishedSale sale;
};

/// A sale whose turn it is to be sent.
struct WaitingSale
{
    qint64 position = 0; ///< In the order of the commits, from 1 on.
    OrderId id;
    QByteArray body; ///< Of POST /orders, the same bytes each time.
};

/// The sales of this till, a row each: waiting, then sent, or parked for a person to look at.
/// Belongs to one thread; each call that writes returns when it is on the disk.
class OutboxFile
{
public:
    /// The database must outlive it.
    explicit OutboxFile(OutboxDatabase &database) : m_database(database) {}

    /// Whether the file knows which numbers this till has given. A new till's begin here.
    Result<bool> knowsNumbersOf(const SellingTill &till);

    /// Gives the next number and writes the sale in one commit. Conflict: the file does not know
    /// which numbers the till has given, so it may give none.
    Result<ui::KeptSale> keep(const SellingTill &till, const NewSale &sale);

    /// The first that waits behind a position.
    Result<std::optional<WaitingSale>> nextWaiting(qint64 after);

    Result<void> noteFailure(OrderId id, const QString &reason);
    Result<void> park(OrderId id, const QString &reason);
    Result<void> noteSent(OrderId id, const QByteArray &answer, qint64 nowMs);

    /// NotFound.
    Result<ui::KeptSale> find(OrderId id);
    Result<ui::WaitingSales> waiting();

    /// Forgets what was sent before that moment.
    Result<void> forgetSentBefore(qint64 unixMs);

private:
    Result<QString> nextNumber(TillId till);

    OutboxDatabase &m_database;
};

} // namespace tp::outbox
