// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/paymentgateway.h"

#include <QList>

#include <optional>
#include <string>
#include <string_view>

namespace tp::payments {

/// What is known of an act. Stored by name; all but Asked is answered by name too.
enum class Outcome {
    Asked, ///< Written down before the gateway is asked.
    Done,
    Refused,
    Unknown,
    Count
};
std::string_view nameOf(Outcome outcome);
std::optional<Outcome> outcomeFromName(std::string_view name);

/// What a payment's attempts say where the gateway never heard of them.
inline constexpr char NeverHeardOf[] = "payment_unknown";

/// What they say of what was done when it was given up already and the payment cannot follow.
inline constexpr char CameLate[] = "late";

/// One line of what was done to a payment. Lines are only added.
struct PaymentEntry
{
    qint64 seq = 0; ///< From 1.
    qint64 atMs = 0;
    Action action = Action::Capture;
    Outcome outcome = Outcome::Done;
    std::optional<std::string> code; ///< Why it was refused, or that it came late.
    std::string key;                 ///< What the gateway knows the act by.
    Money amount;                    ///< Changes hands.
    Money share;                     ///< So much of the order that is.
};

/// All lines of one payment, oldest first.
class PaymentBook
{
public:
    explicit PaymentBook(QList<PaymentEntry> entries) : m_entries(std::move(entries)) {}

    /// Null when there is none.
    const PaymentEntry *find(std::string_view key, Outcome outcome) const;
    bool has(std::string_view key, Outcome outcome) const { return find(key, outcome); }

    /// What became of an act; nothing while nobody knows, or when it was never asked for.
    std::optional<GatewayReply> replyTo(std::string_view key, const std::string &reference) const;

    /// The authorization, capture or void that was asked for and is not known yet; null: none.
    const PaymentEntry *openAsk() const;

    /// Whether the gateway holds money of the customer that is neither taken nor let go.
    bool holdsAuthorization() const;

    qint64 nextSeq() const { return m_entries.size() + 1; }

private:
    bool isDone(Action action) const;
    bool isAnswered(const PaymentEntry &asked) const;

    QList<PaymentEntry> m_entries;
};

} // namespace tp::payments
