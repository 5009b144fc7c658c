// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "backend/contract/payment.h"
#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"
#include "backend/orders/order.h"
#include "backend/payments/payment.h"
#include "tests/simulation/simulatedbackend.h"
#include "tests/storage/freshshop.h"

#include <functional>
#include <vector>

namespace tp::test {

/// What people do in a simulated shop, by chance: they buy in every way there is, pay now, later or
/// in parts, come back with goods, change their minds. Whoever is not answered asks again.
class SimulatedTrade
{
public:
    using Backend = std::function<SimulatedBackend &()>; ///< The one that runs now.

    /// All outlive this.
    SimulatedTrade(World &world, FreshShop &shop, const payments::Gateways &gateways,
                   Backend backend);

    /// Products, taxes, coins, and a register that a till has claimed. Before anything dies.
    void prepare();

    /// Goods come in before the shop opens.
    void deliver();

    /// One person does one thing.
    void serve();

    /// What somebody was told: these orders are there.
    const std::vector<OrderId> &acknowledged() const { return m_acknowledged; }

private:
    using Job = SimulatedBackend::Job;
    using Told = std::function<void(const Result<saga::Standing> &)>;

    void insist(const Job &job, const Told &told);
    void ask(const Job &job);
    void judge(const Error &error);

    contract::NewOrder basket(contract::Channel channel);
    void sell(const contract::NewOrder &body, const Actor &actor, const Told &told = {});
    void buyAtTheTill();
    void buyOnTheWeb();
    void payLater();
    void payPart(OrderId order, int tries);
    void record();
    void comeBack();
    Result<saga::Standing> bringBack(storage::UnitOfWork &work, orders::Order order);
    Result<saga::Standing> refund(storage::UnitOfWork &work, const orders::Order &order);

    contract::NewOrderPayment tender(contract::PaymentMethod method,
                                     std::optional<qint64> cents = {}) const;
    Money euros(qint64 cents) const;
    Actor person(const char *name, bool isTill = false) const;
    Origin origin(const Actor &actor) const;
    template <typename IdOf>
    IdOf newId();

    World &m_world;
    FreshShop &m_shop;
    const payments::Gateways &m_gateways;
    Backend m_backend;
    std::vector<ProductId> m_products;
    std::vector<OrderId> m_acknowledged;
    RegisterId m_tillRegister;
    std::string m_series;
    int m_tillNumber = 0;
};

} // namespace tp::test
