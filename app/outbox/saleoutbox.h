// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/outbox/outboxthread.h"
#include "app/outbox/salesender.h"
#include "backend/kernel/clock.h"
#include "ui/presentation/saleport.h"

#include <QHash>
#include <QPointer>

#include <vector>

namespace tp::outbox {

/// Where the till's finished sales are kept, numbered and sent from, with its backend or without.
/// What was sent stays for copies of its receipt.
class SaleOutbox final : public QObject, public ui::SalePort
{
    Q_OBJECT

public:
    static constexpr qint64 SentKeptMs = 90LL * 24 * 60 * 60 * 1000;

    /// `path`: of its file. Client, clock and chance must outlive it.
    SaleOutbox(const QString &path, api::HttpClient &http, const Clock &clock, Random &random);

    /// Conflict: this computer is no till, or has lost its numbers and has to claim its register
    /// again. Internal: the disk; the detail says for people what is the matter with it.
    void keep(const ui::FinishedSale &sale, QObject *context, KeptReply reply) override;
    void watchWaiting(QObject *context, WaitingChanged changed) override;

    /// A sale of this till, for a copy of its receipt; NotFound. Replies as keep() does.
    void find(OrderId id, QObject *context, KeptReply reply);

public slots:
    void takeNewTill(const tp::contract::TillClaim &claim);   ///< Claimed now.
    void takeKnownTill(const tp::contract::TillClaim &claim); ///< By an earlier run.
    void forgetTill();

    void serverIsBack() { m_sender.serverIsBack(); }

signals:
    /// This till has given numbers that nobody here knows: it must claim its register again.
    void numbersLost();
    void tillRefused(); ///< See SaleSender.

private:
    using Kept = Result<ui::KeptSale>;

    struct Asker
    {
        QPointer<QObject> context;
        KeptReply reply;
    };
    struct Watcher
    {
        QPointer<QObject> context;
        WaitingChanged changed;
    };

    void begin();
    void takeTill(const SellingTill &till);
    quint64 remember(QObject *context, KeptReply reply);
    void answer(quint64 ticket, const Kept &kept);
    void count();
    void take(const ui::WaitingSales &waiting);

    const Clock &m_clock;
    Random &m_random;
    OutboxThread m_file;
    SaleSender m_sender;
    std::optional<SellingTill> m_till;
    QHash<quint64, Asker> m_askers;
    quint64 m_tickets = 0;
    std::vector<Watcher> m_watchers;
    ui::WaitingSales m_waiting;
};

} // namespace tp::outbox
