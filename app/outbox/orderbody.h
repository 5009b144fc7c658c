// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "ui/presentation/saleport.h"

namespace tp::outbox {

/// A discount as the contract spells it. OutOfRange for per cents finer than its 3 decimals.
Result<std::optional<contract::DiscountSpec>>
specOf(const std::optional<pricing::Discount> &discount);

/// And back. OutOfRange: nobody wrote it.
Result<std::optional<pricing::Discount>>
discountOf(const std::optional<contract::DiscountSpec> &spec);

/// The body of POST /orders for a sale that has happened: with the till's own prices, number and
/// total, so that the backend records it as it was.
Result<QByteArray> orderBody(const ui::KeptSale &kept, RegisterId registerId);

} // namespace tp::outbox
