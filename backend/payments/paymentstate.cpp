// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/paymentstate.h"

#include <array>

namespace tp::payments {

namespace {

constexpr std::array<std::string_view, std::size_t(PaymentState::Count)> StateNames{
    "pending",  "authorized", "captured", "partially_refunded",
    "refunded", "voided",     "failed",   "unknown"};

} // namespace

std::string_view nameOf(PaymentState state)
{
    return StateNames.at(std::size_t(state));
}

std::optional<PaymentState> paymentStateFromName(std::string_view name)
{
    for (std::size_t i = 0; i < StateNames.size(); ++i) {
        if (StateNames[i] == name)
            return PaymentState(i);
    }
    return std::nullopt;
}

} // namespace tp::payments
