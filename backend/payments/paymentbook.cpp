// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentbook.h"

#include <algorithm>
#include <array>

namespace tp::payments {

namespace {

constexpr std::array<std::string_view, std::size_t(Outcome::Count)> OutcomeNames{
    "asked", "done", "refused", "unknown"};

} // namespace

std::string_view nameOf(Outcome outcome)
{
    return OutcomeNames.at(std::size_t(outcome));
}

std::optional<Outcome> outcomeFromName(std::string_view name)
{
    for (std::size_t i = 0; i < OutcomeNames.size(); ++i) {
        if (OutcomeNames[i] == name)
            return Outcome(i);
    }
    return std::nullopt;
}

const PaymentEntry *PaymentBook::find(std::string_view key, Outcome outcome) const
{
    for (const PaymentEntry &entry : m_entries) {
        if (entry.outcome == outcome && entry.key == key)
            return &entry;
    }
    return nullptr;
}

std::optional<GatewayReply> PaymentBook::replyTo(std::string_view key,
                                                 const std::string &reference) const
{
    // What was given up stays given up, should it have come late.
    if (const PaymentEntry *refused = find(key, Outcome::Refused))
        return GatewayRefused{refused->code.value_or(std::string())};
    if (has(key, Outcome::Done))
        return GatewayDone{reference};
    return std::nullopt;
}

bool PaymentBook::isAnswered(const PaymentEntry &asked) const
{
    return has(asked.key, Outcome::Done) || has(asked.key, Outcome::Refused);
}

const PaymentEntry *PaymentBook::openAsk() const
{
    for (const PaymentEntry &entry : m_entries) {
        if (entry.outcome == Outcome::Asked && entry.action != Action::Refund && !isAnswered(entry))
            return &entry;
    }
    return nullptr;
}

bool PaymentBook::isDone(Action action) const
{
    return std::any_of(m_entries.begin(), m_entries.end(), [action](const PaymentEntry &entry) {
        return entry.action == action && entry.outcome == Outcome::Done;
    });
}

bool PaymentBook::holdsAuthorization() const
{
    return isDone(Action::Authorize) && !isDone(Action::Capture) && !isDone(Action::Void);
}

} // namespace tp::payments
