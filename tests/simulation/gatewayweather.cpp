// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/gatewayweather.h"

namespace tp::test {

using payments::Action;
using payments::GatewayReply;
using Fate = FakePaymentGateway::Fate;

void GatewayWeather::authorize(const std::string &key, Money amount, const std::string &token,
                               OnReply onReply)
{
    m_gateway.authorize(key, amount, token, sent(Action::Authorize, std::move(onReply)));
}

void GatewayWeather::capture(const std::string &key, const std::string &reference, Money amount,
                             OnReply onReply)
{
    m_gateway.capture(key, reference, amount, sent(Action::Capture, std::move(onReply)));
}

void GatewayWeather::voidAuthorization(const std::string &key, const std::string &reference,
                                       OnReply onReply)
{
    m_gateway.voidAuthorization(key, reference, sent(Action::Void, std::move(onReply)));
}

void GatewayWeather::refund(const std::string &key, const std::string &reference, Money amount,
                            OnReply onReply)
{
    m_gateway.refund(key, reference, amount, sent(Action::Refund, std::move(onReply)));
}

void GatewayWeather::status(const std::string &key, OnReply onReply)
{
    m_gateway.setDown(isDown());
    m_gateway.status(key, back(std::move(onReply)));
}

payments::PaymentGateway::OnReply GatewayWeather::sent(Action action, OnReply onReply)
{
    const bool isDownNow = isDown();
    m_gateway.setDown(isDownNow);
    if (!isDownNow) // One that is down meets nobody's fate.
        m_gateway.script(action, {fateOf(action)});
    return back(std::move(onReply));
}

/// Each reply has a way of its own, so that of two the second may come first.
payments::PaymentGateway::OnReply GatewayWeather::back(OnReply onReply)
{
    return [this, onReply = std::move(onReply)](const GatewayReply &reply) {
        m_agenda.after(delayMs(), [onReply, reply] { onReply(reply); });
    };
}

/// A void is never refused: nobody could do anything about it.
Fate GatewayWeather::fateOf(Action action)
{
    const auto dice = m_random.below(100);
    if (m_isCalm || dice < 70)
        return Fate::Done;
    if (dice < 80)
        return Fate::AnswerLost;
    if (dice < 88)
        return Fate::Unheard;
    if (dice < 93)
        return Fate::SaidTwice;
    return action == Action::Void ? Fate::Done : Fate::Refused;
}

bool GatewayWeather::isDown()
{
    const qint64 now = m_clock.nowMs();
    if (m_isCalm)
        return false;
    if (now >= m_downUntilMs && m_random.below(200) == 0)
        m_downUntilMs = now + m_random.between(1'000, 3'600'000);
    return now < m_downUntilMs;
}

qint64 GatewayWeather::delayMs()
{
    if (m_isCalm || m_random.below(10) < 7)
        return m_random.between(1, 300);
    return m_random.between(300, 20'000); // We wait for ten seconds.
}

} // namespace tp::test
