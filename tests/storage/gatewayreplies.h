// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentgateway.h"
#include "tests/storage/gate.h"

#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace tp::test {

/// Waits for what a gateway says.
class AwaitedReply
{
public:
    /// To hand to the gateway. It may come later than this lives.
    payments::PaymentGateway::OnReply taker()
    {
        return [state = m_state](const payments::GatewayReply &reply) {
            const std::lock_guard lock(state->mutex);
            ++state->times;
            state->reply = reply;
            state->gate.open();
        };
    }

    /// Nothing when none came.
    std::optional<payments::GatewayReply> wait()
    {
        if (!m_state->gate.pass())
            return std::nullopt;
        const std::lock_guard lock(m_state->mutex);
        return m_state->reply;
    }

    int times() const
    {
        const std::lock_guard lock(m_state->mutex);
        return m_state->times;
    }

private:
    struct State
    {
        std::mutex mutex; ///< Guards reply and times.
        std::optional<payments::GatewayReply> reply;
        int times = 0;
        Gate gate;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

/// A gateway that is asked and waited for, in words that a test can compare: "done REFERENCE",
/// "refused CODE", "unknown", "not found".
class AskedGateway
{
public:
    explicit AskedGateway(payments::PaymentGateway &gateway) : m_gateway(gateway) {}

    QString ask(const payments::GatewayAsk &question)
    {
        AwaitedReply reply;
        payments::put(m_gateway, question, reply.taker());
        return words(reply.wait());
    }

    QString authorize(const char *key, Money amount, const std::string &token)
    {
        return ask({.gateway = {},
                    .action = payments::Action::Authorize,
                    .key = key,
                    .amount = amount,
                    .token = token,
                    .reference = {}});
    }

    QString act(payments::Action action, const char *key, const std::string &reference,
                Money amount)
    {
        return ask({.gateway = {},
                    .action = action,
                    .key = key,
                    .amount = amount,
                    .token = {},
                    .reference = reference});
    }

    QString status(const char *key)
    {
        AwaitedReply reply;
        m_gateway.status(key, reply.taker());
        return words(reply.wait());
    }

    /// Of an authorization that must be done; empty when it is not.
    std::string authorized(const char *key, Money amount, const std::string &token)
    {
        const QString said = authorize(key, amount, token);
        return said.startsWith(QStringLiteral("done ")) ? said.sliced(5).toStdString()
                                                        : std::string();
    }

    static QString words(const std::optional<payments::GatewayReply> &reply)
    {
        using namespace payments;
        if (!reply)
            return QStringLiteral("no reply");
        if (const auto *done = std::get_if<GatewayDone>(&*reply))
            return QStringLiteral("done ") + QString::fromStdString(done->reference);
        if (const auto *refused = std::get_if<GatewayRefused>(&*reply))
            return QStringLiteral("refused ") + QString::fromStdString(refused->code);
        return std::holds_alternative<GatewayUnknown>(*reply) ? QStringLiteral("unknown")
                                                              : QStringLiteral("not found");
    }

private:
    payments::PaymentGateway &m_gateway;
};

} // namespace tp::test
