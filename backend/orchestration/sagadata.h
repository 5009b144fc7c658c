// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/origin.h"
#include "backend/saga/sagastep.h"

#include <QString>

#include <optional>
#include <string>

namespace tp::orchestration {

/// What a checkout remembers, as a JSON object: of the request that began it, and of what it needs
/// to ask nobody again.
struct CheckoutData
{
    Origin origin;
    QString series;                 ///< What the order's number begins with.
    bool hasCards = false;          ///< A gateway is asked.
    std::optional<PaymentId> later; ///< The payment that made it go on, where it was placed
                                    ///< without: a declined card leaves it pending.
};
std::string sagaData(const CheckoutData &data);

Origin originIn(const saga::SagaView &view);

QString seriesIn(const saga::SagaView &view);
bool hasCardsIn(const saga::SagaView &view);
bool isPaidLaterIn(const saga::SagaView &view);

/// CheckoutData::later, from a saga's data.
std::optional<PaymentId> laterPaymentIn(std::string_view data);

} // namespace tp::orchestration
