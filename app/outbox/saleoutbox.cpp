// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/saleoutbox.h"

#include <QLoggingCategory>

namespace tp::outbox {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(outboxLog, "tp.outbox", QtInfoMsg)

SaleOutbox::SaleOutbox(const QString &path, api::HttpClient &http, const Clock &clock,
                       Random &random)
    : m_clock(clock)
    , m_random(random)
    , m_file(path)
    , m_sender(http, m_file, clock, random)
{
    connect(&m_sender, &SaleSender::changed, this, &SaleOutbox::count);
    connect(&m_sender, &SaleSender::tillRefused, this, &SaleOutbox::tillRefused);
    begin();
}

void SaleOutbox::begin()
{
    m_file.ask([before = m_clock.nowMs() -
                         SentKeptMs](OutboxFile &file) { return file.forgetSentBefore(before); },
               [](const Result<void> &forgotten) {
                   if (!forgotten)
                       qCWarning(outboxLog) << "the outbox:" << forgotten.error().detail;
               });
    count();
}

void SaleOutbox::takeNewTill(const contract::TillClaim &claim)
{
    takeTill({claim, true});
}

void SaleOutbox::takeKnownTill(const contract::TillClaim &claim)
{
    takeTill({claim, false});
}

void SaleOutbox::takeTill(const SellingTill &till)
{
    m_till = till;
    m_file.ask([till](OutboxFile &file) { return file.knowsNumbersOf(till); },
               [this, id = till.claim.tillId](const Result<bool> &isKnown) {
                   const bool isStillIt = m_till && m_till->claim.tillId == id;
                   if (isKnown && !*isKnown && isStillIt) {
                       qCWarning(outboxLog) << "the file with this till's numbers is gone";
                       emit numbersLost();
                   }
               });
    m_sender.setTill(till.claim);
}

void SaleOutbox::forgetTill()
{
    m_till.reset();
    m_sender.setTill(std::nullopt);
}

void SaleOutbox::keep(const ui::FinishedSale &sale, QObject *context, KeptReply reply)
{
    const quint64 ticket = remember(context, std::move(reply));
    if (!m_till) {
        const Kept refused = Error{
            ErrorCode::Conflict, u"This computer is no till yet: it has to claim a register"_s, {}};
        const auto later = [this, ticket, refused] { answer(ticket, refused); };
        QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
        return;
    }
    const qint64 nowMs = m_clock.nowMs();
    const NewSale sold{OrderId(Uuid::v7(nowMs, m_random)), nowMs, sale};
    m_file.ask([till = *m_till, sold](OutboxFile &file) { return file.keep(till, sold); },
               [this, ticket](const Kept &kept) {
                   answer(ticket, kept);
                   if (kept) {
                       count();
                       m_sender.send();
                   }
               });
}

void SaleOutbox::find(OrderId id, QObject *context, KeptReply reply)
{
    m_file.ask([id](OutboxFile &file) { return file.find(id); },
               [this, ticket = remember(context, std::move(reply))](const Kept &found) {
                   answer(ticket, found);
               });
}

/// Callbacks stay on this thread; what goes to the file's is their number.
quint64 SaleOutbox::remember(QObject *context, KeptReply reply)
{
    Q_ASSERT(context);
    m_askers.insert(++m_tickets, {context, std::move(reply)});
    return m_tickets;
}

void SaleOutbox::answer(quint64 ticket, const Kept &kept)
{
    const Asker asker = m_askers.take(ticket);
    if (asker.context)
        asker.reply(kept);
}

void SaleOutbox::watchWaiting(QObject *context, WaitingChanged changed)
{
    Q_ASSERT(context);
    changed(m_waiting);
    m_watchers.push_back({context, std::move(changed)});
}

void SaleOutbox::count()
{
    m_file.ask([](OutboxFile &file) { return file.waiting(); },
               [this](const Result<ui::WaitingSales> &waiting) {
                   if (waiting)
                       take(*waiting);
               });
}

void SaleOutbox::take(const ui::WaitingSales &waiting)
{
    if (waiting == m_waiting)
        return;
    m_waiting = waiting;
    std::erase_if(m_watchers, [](const Watcher &one) { return !one.context; });
    const auto watchers = m_watchers; // One who is told may begin to watch.
    for (const Watcher &one : watchers) {
        if (one.context)
            one.changed(m_waiting);
    }
}

} // namespace tp::outbox
