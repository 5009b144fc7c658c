// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/uuid.h"
#include "backend/storage/database.h"
#include "tests/support/fakepaymentgateway.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace tp::test {

/// What must be true of a shop in which nothing is going on, read from its tables by questions of
/// our own and held against the books of its gateway.
class SimulatedBooks
{
public:
    SimulatedBooks(storage::Session &session, const FakePaymentGateway &gateway)
        : m_session(session)
        , m_gateway(gateway)
    {}

    /// Everything that is wrong, in words.
    QStringList faults(const std::vector<OrderId> &acknowledged);

    /// Two histories that are the same have the same.
    QByteArray digest();

    qint64 number(const char *sql);

    /// What happened to an order, or to that of a saga, in the words of the tables.
    QStringList story(const std::string &id);

private:
    void tell(const char *sql, const std::string &order, QStringList &story);
    void none(const char *what, const char *sql);
    void checkStock();
    void checkOrders();
    void checkNumbers();
    void checkGateway();
    void checkPromises(const std::vector<OrderId> &acknowledged);

    storage::Session &m_session;
    const FakePaymentGateway &m_gateway;
    QStringList m_faults;
};

} // namespace tp::test
