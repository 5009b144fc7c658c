// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/simulation/gatewayweather.h"
#include "tests/simulation/simulatedbooks.h"
#include "tests/simulation/simulatedtrade.h"

namespace tp::test {

/// A shop in a SQLite file with all that it is made of but HTTP, whose clock, chance and gateway
/// are ours: the same seed is the same history.
class Simulation
{
public:
    explicit Simulation(quint64 seed);

    static constexpr int HoursADay = 10;

    /// The shop opens, sells and closes; by the next morning all has come to its end. Whether the
    /// books are right.
    bool liveADay();

    /// What was wrong, and what is known of the orders in it.
    QStringList faults();
    QByteArray digest();

    /// "120 orders, 80 sold, …"
    QString summary();
    int deaths() const { return m_deaths; }

private:
    void begin();
    void askPeople();
    void readBooks(const std::function<void(SimulatedBooks &)> &work);

    SeededRandom m_random;
    FreshDatabases m_databases;
    FreshShop m_shop;
    Agenda m_agenda;
    FakePaymentGateway m_gateway;
    World m_world;
    GatewayWeather m_weather;
    payments::Gateways m_gateways;
    saga::SagaBook m_book;
    std::unique_ptr<SimulatedBackend> m_backend;
    SimulatedTrade m_trade;
    int m_deaths = 0;
};

} // namespace tp::test
