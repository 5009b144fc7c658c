// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/orchestration/gatewaytalk.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace tp::orchestration {
namespace {

using payments::GatewayDone;
using payments::GatewayNotFound;
using payments::GatewayRefused;
using payments::GatewayReply;
using payments::GatewayUnknown;
using saga::Outcome;

saga::Failure silent()
{
    return {"payment_unknown", u"The payment provider did not answer"_s};
}

/// One talk. Each reply leads to the next question; it lives until the last is answered.
class Talk : public std::enable_shared_from_this<Talk>
{
public:
    Talk(const payments::Gateways &gateways, QList<GatewayAct> acts, TalkAim aim, bool isSplit,
         saga::Answered answered)
        : m_gateways(gateways)
        , m_acts(std::move(acts))
        , m_aim(aim)
        , m_isSplit(isSplit)
        , m_answered(std::move(answered))
    {}

    void goOn()
    {
        if (m_said.size() == m_acts.size() || isOver())
            return m_answered(summary());
        if (!m_said.isEmpty() && !m_answered.mayAskMore())
            return m_answered({Outcome::Unknown, silent(), m_said});
        const qsizetype place = m_said.size();
        const GatewayAct &act = m_acts.at(place);
        auto onReply = [self = shared_from_this(), place](GatewayReply reply) {
            if (self->isTaken(place, std::move(reply)))
                self->goOn();
        };
        payments::PaymentGateway *gateway = m_gateways.find(act.ask.gateway);
        if (!gateway)
            return onReply(GatewayUnknown{}); // The shop has it no longer.
        if (act.isInquiry)
            return gateway->status(act.ask.key, std::move(onReply));
        payments::put(*gateway, act.ask, std::move(onReply));
    }

private:
    /// Not a reply that was said before: no gateway may say one twice, and one that does must not
    /// answer for the next act.
    bool isTaken(qsizetype place, GatewayReply reply)
    {
        const std::lock_guard lock(m_mutex);
        if (place != m_said.size())
            return false;
        const GatewayAct &act = m_acts.at(place);
        m_said.append({act.payment, act.ask.key, std::move(reply)});
        return true;
    }

    bool isOver() const
    {
        if (m_said.isEmpty())
            return false;
        const GatewayReply &last = m_said.last().reply;
        const bool isOpen = std::holds_alternative<GatewayUnknown>(last) ||
                            std::holds_alternative<GatewayNotFound>(last);
        if (m_aim == TalkAim::Some)
            return isOpen;
        if (m_aim == TalkAim::All)
            return !std::holds_alternative<GatewayDone>(last);
        const bool isInquiry = m_acts.at(m_said.size() - 1).isInquiry;
        return std::holds_alternative<GatewayUnknown>(last) ||
               (!isInquiry && !std::holds_alternative<GatewayDone>(last));
    }

    saga::Reply summary() const
    {
        saga::Reply reply = summaryOf(m_aim);
        reply.report = m_said;
        return reply;
    }

    saga::Reply summaryOf(TalkAim aim) const
    {
        switch (aim) {
        case TalkAim::All:
            return allSummary();
        case TalkAim::Some:
            return someSummary();
        case TalkAim::Undo:
            return undoSummary();
        }
        Q_UNREACHABLE();
    }

    saga::Reply someSummary() const
    {
        const GatewayReply &last = m_said.last().reply;
        if (std::holds_alternative<GatewayUnknown>(last))
            return {Outcome::Unknown, silent(), {}};
        if (std::holds_alternative<GatewayNotFound>(last))
            return {Outcome::NotThere, silent(), {}};
        const bool isAnyDone =
            std::any_of(m_said.begin(), m_said.end(), [](const GatewaySaid &said) {
                return std::holds_alternative<GatewayDone>(said.reply);
            });
        if (isAnyDone)
            return {Outcome::Done, {}, {}};
        return {Outcome::Refused, refundRefused(std::get<GatewayRefused>(last).code), {}};
    }

    saga::Reply allSummary() const
    {
        const GatewayReply &last = m_said.last().reply;
        if (std::holds_alternative<GatewayDone>(last))
            return {Outcome::Done, {}, {}};
        if (std::holds_alternative<GatewayUnknown>(last))
            return {Outcome::Unknown, silent(), {}};
        if (std::holds_alternative<GatewayNotFound>(last))
            return {Outcome::NotThere, silent(), {}};
        return {m_isSplit ? Outcome::Partly : Outcome::Refused,
                declined(std::get<GatewayRefused>(last).code),
                {}};
    }

    saga::Reply undoSummary() const
    {
        const GatewayReply &last = m_said.last().reply;
        if (std::holds_alternative<GatewayUnknown>(last))
            return {Outcome::Unknown, silent(), {}};
        if (isOver())
            return {Outcome::Refused, declined("cannot_be_taken_back"), {}};
        for (qsizetype i = 0; i < m_said.size(); ++i) {
            if (m_acts.at(i).isInquiry && std::holds_alternative<GatewayDone>(m_said.at(i).reply))
                return {Outcome::Unknown, {}, {}}; // It is to be taken back now.
        }
        return {m_isSplit ? Outcome::Unknown : Outcome::Done, {}, {}};
    }

    const payments::Gateways &m_gateways;
    const QList<GatewayAct> m_acts;
    const TalkAim m_aim;
    const bool m_isSplit;
    const saga::Answered m_answered;
    std::mutex m_mutex; ///< Guards m_said against replies that come twice.
    QList<GatewaySaid> m_said;
};

} // namespace

saga::Question talk(const payments::Gateways &gateways, QList<GatewayAct> acts, TalkAim aim,
                    bool isSplit)
{
    Q_ASSERT(!acts.isEmpty());
    return [&gateways, acts = std::move(acts), aim, isSplit](const saga::Answered &answered) {
        std::make_shared<Talk>(gateways, acts, aim, isSplit, answered)->goOn();
    };
}

QList<GatewaySaid> saidIn(const saga::Reply &reply)
{
    const auto *said = std::any_cast<QList<GatewaySaid>>(&reply.report);
    return said ? *said : QList<GatewaySaid>();
}

saga::Failure declined(const std::string &code)
{
    return {"payment_declined",
            u"The payment provider said no (%1)"_s.arg(QString::fromStdString(code))};
}

saga::Failure refundRefused(const std::string &code)
{
    return {"refund_refused",
            u"The payment provider refused the refund (%1)"_s.arg(QString::fromStdString(code))};
}

} // namespace tp::orchestration
