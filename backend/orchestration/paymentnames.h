// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/salenames.h"
#include "backend/payments/payment.h"

namespace tp::orchestration {

/// The contract's word for a method, as payments knows it.
constexpr payments::Method methodOf(contract::PaymentMethod method)
{
    switch (method) {
    case contract::PaymentMethod::Cash:
        return payments::Method::Cash;
    case contract::PaymentMethod::Card:
        return payments::Method::Card;
    case contract::PaymentMethod::GiftCard:
        return payments::Method::GiftCard;
    case contract::PaymentMethod::StoreCredit:
        return payments::Method::StoreCredit;
    case contract::PaymentMethod::External:
        return payments::Method::External;
    }
    Q_UNREACHABLE();
}

} // namespace tp::orchestration
