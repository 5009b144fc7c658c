// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/simulation/agenda.h"
#include "tests/support/fakepaymentgateway.h"
#include "tests/support/seededrandom.h"

namespace tp::test {

/// What lies between us and a gateway, on a seed: it declines, takes its time, loses questions and
/// answers, answers after nobody waits any more, answers twice, and is down for a while. What it
/// did is in the books of the gateway behind it.
class GatewayWeather final : public payments::PaymentGateway
{
public:
    /// All outlive this.
    GatewayWeather(FakePaymentGateway &gateway, Agenda &agenda, FakeClock &clock,
                   SeededRandom &random)
        : m_gateway(gateway)
        , m_agenda(agenda)
        , m_clock(clock)
        , m_random(random)
    {}

    /// Everything is done, and answered soon.
    void setCalm(bool isCalm) { m_isCalm = isCalm; }

    void authorize(const std::string &key, Money amount, const std::string &token,
                   OnReply onReply) override;
    void capture(const std::string &key, const std::string &reference, Money amount,
                 OnReply onReply) override;
    void voidAuthorization(const std::string &key, const std::string &reference,
                           OnReply onReply) override;
    void refund(const std::string &key, const std::string &reference, Money amount,
                OnReply onReply) override;
    void status(const std::string &key, OnReply onReply) override;

private:
    /// What the gateway behind does with the next question of this kind, and the way back.
    OnReply sent(payments::Action action, OnReply onReply);
    OnReply back(OnReply onReply);
    FakePaymentGateway::Fate fateOf(payments::Action action);
    bool isDown();
    qint64 delayMs();

    FakePaymentGateway &m_gateway;
    Agenda &m_agenda;
    FakeClock &m_clock;
    SeededRandom &m_random;
    bool m_isCalm = false;
    qint64 m_downUntilMs = 0;
};

} // namespace tp::test
