// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakepaymentgateway.h"

namespace tp::test {

using namespace tp::payments;

namespace {

GatewayReply refused(const char *code)
{
    return GatewayRefused{code};
}

} // namespace

void FakePaymentGateway::script(Action action, std::initializer_list<Fate> fates)
{
    const std::lock_guard lock(m_mutex);
    m_fates[action].insert(m_fates[action].end(), fates);
}

void FakePaymentGateway::setDown(bool isDown)
{
    const std::lock_guard lock(m_mutex);
    m_isDown = isDown;
}

void FakePaymentGateway::letGo()
{
    std::vector<std::pair<OnReply, GatewayReply>> held;
    {
        const std::lock_guard lock(m_mutex);
        held.swap(m_held);
    }
    for (const auto &[onReply, reply] : held)
        onReply(reply);
}

QList<FakePaymentGateway::Act> FakePaymentGateway::acts() const
{
    const std::lock_guard lock(m_mutex);
    return m_acts;
}

qint64 FakePaymentGateway::keptMinor() const
{
    const std::lock_guard lock(m_mutex);
    qint64 kept = 0;
    for (const auto &[reference, hold] : m_holds)
        kept += (hold.captured ? hold.captured->minor() : 0) - hold.refundedMinor;
    return kept;
}

void FakePaymentGateway::authorize(const std::string &key, Money amount, const std::string &token,
                                   OnReply onReply)
{
    ask(key, {Action::Authorize, token, amount}, std::move(onReply));
}

void FakePaymentGateway::capture(const std::string &key, const std::string &reference, Money amount,
                                 OnReply onReply)
{
    ask(key, {Action::Capture, reference, amount}, std::move(onReply));
}

void FakePaymentGateway::voidAuthorization(const std::string &key, const std::string &reference,
                                           OnReply onReply)
{
    ask(key, {Action::Void, reference, std::nullopt}, std::move(onReply));
}

void FakePaymentGateway::refund(const std::string &key, const std::string &reference, Money amount,
                                OnReply onReply)
{
    ask(key, {Action::Refund, reference, amount}, std::move(onReply));
}

void FakePaymentGateway::status(const std::string &key, OnReply onReply)
{
    GatewayReply reply = GatewayNotFound{};
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_known.find(key);
        if (m_isDown)
            reply = GatewayUnknown{};
        else if (known != m_known.end())
            reply = known->second.reply;
    }
    onReply(reply);
}

void FakePaymentGateway::ask(const std::string &key, const Question &question, OnReply onReply)
{
    GatewayReply reply = GatewayUnknown{};
    bool isSaidTwice = false;
    {
        const std::lock_guard lock(m_mutex);
        const Fate fate = m_isDown ? Fate::Unheard : nextFate(question.action);
        if (fate == Fate::Refused && !m_known.contains(key))
            m_known.emplace(key, Known{question, refused("card_declined")});
        if (fate != Fate::Unheard)
            reply = carryOut(key, question);
        if (fate == Fate::AnswerLost)
            reply = GatewayUnknown{};
        isSaidTwice = fate == Fate::SaidTwice;
        if (fate == Fate::Held) {
            m_held.emplace_back(std::move(onReply), reply);
            return;
        }
    }
    onReply(reply);
    if (isSaidTwice)
        onReply(reply);
}

FakePaymentGateway::Fate FakePaymentGateway::nextFate(Action action)
{
    std::deque<Fate> &fates = m_fates[action];
    if (fates.empty())
        return Fate::Done;
    const Fate fate = fates.front();
    fates.pop_front();
    return fate;
}

GatewayReply FakePaymentGateway::carryOut(const std::string &key, const Question &question)
{
    if (const auto known = m_known.find(key); known != m_known.end())
        return known->second.question == question ? known->second.reply : refused("key_reused");
    GatewayReply reply = refused("unknown_reference");
    if (question.action == Action::Authorize) {
        const std::string reference = "fake_" + key;
        m_holds.emplace(reference, Hold{*question.amount, std::nullopt, 0, false});
        m_acts.append({question.action, key, *question.amount});
        reply = GatewayDone{reference};
    } else if (const auto hold = m_holds.find(question.subject); hold != m_holds.end()) {
        reply = actOn(hold->second, key, question);
    }
    m_known.emplace(key, Known{question, reply});
    return reply;
}

GatewayReply FakePaymentGateway::actOn(Hold &hold, const std::string &key, const Question &question)
{
    if (question.amount && question.amount->currency() != hold.authorized.currency())
        return refused("wrong_currency");
    if (question.action == Action::Void) {
        if (hold.captured)
            return refused("already_captured");
        if (hold.isVoided)
            return GatewayDone{question.subject};
        hold.isVoided = true;
        return done(key, question, hold.authorized);
    }
    const qint64 minor = question.amount->minor();
    if (question.action == Action::Capture) {
        if (hold.isVoided || hold.captured || minor > hold.authorized.minor())
            return refused("cannot_capture");
        hold.captured = question.amount;
    } else {
        if (minor > (hold.captured ? hold.captured->minor() : 0) - hold.refundedMinor)
            return refused("refund_exceeds_captured");
        hold.refundedMinor += minor;
    }
    return done(key, question, *question.amount);
}

GatewayReply FakePaymentGateway::done(const std::string &key, const Question &question,
                                      Money amount)
{
    m_acts.append({question.action, key, amount});
    return GatewayDone{question.subject};
}

} // namespace tp::test
