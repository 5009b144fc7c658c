// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/outboxfile.h"

#include "app/outbox/orderbody.h"
#include "app/outbox/salerecord.h"

using namespace Qt::StringLiterals;

namespace tp::outbox {

Result<bool> OutboxFile::knowsNumbersOf(const SellingTill &till)
{
    const QString id = till.claim.tillId.toQString();
    if (till.isNew) {
        TP_TRY(const QSqlQuery begun,
               m_database.run(u"INSERT INTO tills (till_id, series, next_number) VALUES (?, ?, ?) "
                              "ON CONFLICT DO NOTHING"_s,
                              {id, till.claim.series, till.claim.nextNumber}));
    }
    TP_TRY(QSqlQuery row, m_database.run(u"SELECT 1 FROM tills WHERE till_id = ?"_s, {id}));
    return row.next();
}

/// T1-000001: as the backend spells those that it gives itself.
Result<QString> OutboxFile::nextNumber(TillId till)
{
    const QString id = till.toQString();
    TP_TRY(QSqlQuery row,
           m_database.run(u"SELECT series, next_number FROM tills WHERE till_id = ?"_s, {id}));
    if (!row.next())
        return Error{ErrorCode::NotFound, u"there is no such till"_s, {}};
    const QString number =
        u"%1-%2"_s.arg(row.value(0).toString()).arg(row.value(1).toLongLong(), 6, 10, QChar(u'0'));
    row.finish();
    TP_TRY(const QSqlQuery counted,
           m_database.run(u"UPDATE tills SET next_number = next_number + 1 WHERE till_id = ?"_s,
                          {id}));
    return number;
}

Result<ui::KeptSale> OutboxFile::keep(const SellingTill &till, const NewSale &sale)
{
    return m_database.atOnce([&]() -> Result<ui::KeptSale> {
        TP_TRY(const bool isKnown, knowsNumbersOf(till));
        if (!isKnown)
            return Error{ErrorCode::Conflict,
                         u"This computer no longer knows which receipt numbers it has given. "
                         "It has to be set up as a till again"_s,
                         {}};
        TP_TRY(const QString number, nextNumber(till.claim.tillId));
        const ui::KeptSale kept{sale.id, number, sale.soldAtMs, sale.sale};
        TP_TRY(const QByteArray body, orderBody(kept, till.claim.registerId));
        TP_TRY(const QByteArray record, recordOf(sale.sale));
        TP_TRY(const QSqlQuery written,
               m_database.run(u"INSERT INTO sales (order_id, till_id, number, sold_at, body, "
                              "record) VALUES (?, ?, ?, ?, ?, ?)"_s,
                              {sale.id.toQString(), till.claim.tillId.toQString(), number,
                               sale.soldAtMs, body, record}));
        return kept;
    });
}

Result<std::optional<WaitingSale>> OutboxFile::nextWaiting(qint64 after)
{
    using Next = std::optional<WaitingSale>;
    TP_TRY(QSqlQuery row, m_database.run(u"SELECT position, order_id, body FROM sales "
                                         "WHERE state = 'waiting' AND position > ? "
                                         "ORDER BY position LIMIT 1"_s,
                                         {after}));
    if (!row.next())
        return Next();
    const auto id = OrderId(Uuid::parse(row.value(1).toString()).value_or(Uuid()));
    return Next({row.value(0).toLongLong(), id, row.value(2).toByteArray()});
}

Result<void> OutboxFile::noteFailure(OrderId id, const QString &reason)
{
    TP_TRY(const QSqlQuery noted,
           m_database.run(u"UPDATE sales SET attempts = attempts + 1, reason = ? "
                          "WHERE order_id = ? AND state = 'waiting'"_s,
                          {reason, id.toQString()}));
    return {};
}

Result<void> OutboxFile::park(OrderId id, const QString &reason)
{
    TP_TRY(const QSqlQuery parked,
           m_database.run(u"UPDATE sales SET state = 'parked', attempts = attempts + 1, "
                          "reason = ? WHERE order_id = ? AND state = 'waiting'"_s,
                          {reason, id.toQString()}));
    return {};
}

Result<void> OutboxFile::noteSent(OrderId id, const QByteArray &answer, qint64 nowMs)
{
    TP_TRY(const QSqlQuery sent,
           m_database.run(u"UPDATE sales SET state = 'sent', attempts = attempts + 1, "
                          "reason = '', sent_at = ?, answer = ? WHERE order_id = ?"_s,
                          {nowMs, answer, id.toQString()}));
    return {};
}

Result<ui::KeptSale> OutboxFile::find(OrderId id)
{
    TP_TRY(QSqlQuery row,
           m_database.run(u"SELECT number, sold_at, record FROM sales WHERE order_id = ?"_s,
                          {id.toQString()}));
    if (!row.next())
        return Error{ErrorCode::NotFound, u"this till has no such sale"_s, {}};
    TP_TRY(const ui::FinishedSale sale, saleFrom(row.value(2).toByteArray()));
    return ui::KeptSale{id, row.value(0).toString(), row.value(1).toLongLong(), sale};
}

Result<ui::WaitingSales> OutboxFile::waiting()
{
    TP_TRY(QSqlQuery rows, m_database.run(u"SELECT state, COUNT(*) FROM sales "
                                          "WHERE state <> 'sent' GROUP BY state"_s));
    ui::WaitingSales all;
    while (rows.next()) {
        int &count = rows.value(0).toString() == "parked"_L1 ? all.parked : all.sending;
        count = rows.value(1).toInt();
    }
    return all;
}

Result<void> OutboxFile::forgetSentBefore(qint64 unixMs)
{
    TP_TRY(const QSqlQuery forgotten,
           m_database.run(u"DELETE FROM sales WHERE state = 'sent' AND sent_at < ?"_s, {unixMs}));
    return {};
}

} // namespace tp::outbox
