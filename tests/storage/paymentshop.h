// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gatewayaskservice.h"
#include "backend/payments/paymentqueries.h"
#include "backend/payments/paymentservice.h"
#include "backend/payments/refundservice.h"
#include "tests/storage/freshshop.h"

namespace tp::test {

/// A shop with nothing but payments, and short words for what tests do to them.
class PaymentShop
{
public:
    PaymentShop(FreshDatabases &databases, storage::Dialect dialect) : m_shop(databases, dialect) {}

    bool isOpen() const { return m_shop.isOpen(); }
    FreshShop &shop() { return m_shop; }
    storage::Database &database() { return m_shop.database(); }

    static Money euros(qint64 cents);
    static OrderId order(int number);
    /// Of a card, of EUR 1.00, unless a test says otherwise.
    static payments::NewPayment wanted(qint64 cents = 100,
                                       payments::Method method = payments::Method::Card);

    /// In a unit of work of its own: its error, else what `work` made.
    template <typename T>
    Result<T> in(const std::function<Result<T>(storage::UnitOfWork &)> &work)
    {
        Result<T> made = Error{};
        const auto written = m_shop.write([&](storage::UnitOfWork &unit) -> Result<void> {
            made = work(unit);
            return made ? Result<void>() : made.error();
        });
        return written ? made : written.error();
    }

    PaymentId create(const payments::NewPayment &wanted = PaymentShop::wanted());
    payments::Payment now(PaymentId id);
    /// "captured 100 refunded 40", of what is not nothing.
    QString standing(PaymentId id);

    Result<payments::GatewayAskService::Begun> begin(PaymentId id, payments::Action action,
                                                     const std::string &key);
    Result<payments::GatewayAskService::Recorded> record(PaymentId id, const std::string &key,
                                                         const payments::GatewayReply &reply);
    Result<payments::RefundService::Begun> refund(PaymentId id, std::optional<qint64> cents,
                                                  const std::string &key, qint64 coin = 1);

    /// Asked and done.
    void act(PaymentId id, payments::Action action, const std::string &key);
    /// Authorized and captured by card.
    PaymentId captured(qint64 cents = 100);

    /// "authorize done, capture refused card_declined": the attempts, as they are answered.
    QString attempts(PaymentId id);

private:
    FreshShop m_shop;
    payments::PaymentService m_payments;
    payments::GatewayAskService m_asks;
    payments::RefundService m_refunds;
    int m_keys = 0;
};

} // namespace tp::test
