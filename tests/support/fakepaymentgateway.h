// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentgateway.h"

#include <QList>

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tp::test {

/// A gateway that does as a test says, in memory, at once, on the thread that asks. Without a word
/// it does what it is asked and keeps to the rules of the port. Any thread may ask.
class FakePaymentGateway final : public payments::PaymentGateway
{
public:
    /// What befalls a question when it comes.
    enum class Fate {
        Done,
        Refused,    ///< For good, with "card_declined".
        AnswerLost, ///< It is done, and said to be unknown.
        Unheard,    ///< It is not done, and said to be unknown.
        Held,       ///< It is done, and said when the test lets go of it.
        SaidTwice   ///< It is done, and the reply comes twice, as none may.
    };

    /// The next questions for this meet these fates, in this order; those behind them are done.
    void script(payments::Action action, std::initializer_list<Fate> fates);

    /// Nobody is heard, not even a status, until it is up again.
    void setDown(bool isDown);

    /// Says what was held, oldest first.
    void letGo();

    struct Act
    {
        payments::Action action = payments::Action::Authorize;
        std::string key;
        Money amount;
    };
    /// Every act, once, in order.
    QList<Act> acts() const;
    /// All that was captured, less what was given back.
    qint64 keptMinor() const;

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
    struct Question
    {
        payments::Action action = payments::Action::Authorize;
        std::string subject;
        std::optional<Money> amount;
        friend bool operator==(const Question &, const Question &) = default;
    };
    struct Hold
    {
        Money authorized;
        std::optional<Money> captured;
        qint64 refundedMinor = 0;
        bool isVoided = false;
    };
    struct Known
    {
        Question question;
        payments::GatewayReply reply;
    };

    void ask(const std::string &key, const Question &question, OnReply onReply);
    Fate nextFate(payments::Action action);
    payments::GatewayReply carryOut(const std::string &key, const Question &question);
    payments::GatewayReply actOn(Hold &hold, const std::string &key, const Question &question);
    payments::GatewayReply done(const std::string &key, const Question &question, Money amount);

    mutable std::mutex m_mutex; ///< Guards all below.
    std::map<payments::Action, std::deque<Fate>> m_fates;
    std::map<std::string, Known> m_known;
    std::map<std::string, Hold> m_holds;
    QList<Act> m_acts;
    std::vector<std::pair<OnReply, payments::GatewayReply>> m_held;
    bool m_isDown = false;
};

} // namespace tp::test
