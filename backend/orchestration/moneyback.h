// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/origin.h"
#include "backend/kernel/quantity.h"
#include "backend/kernel/uuid.h"

#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace tp::orchestration {

/// What a refund, a return or a cancel gives back: decided when it begins, and kept with its saga.
struct MoneyBack
{
    struct Part
    {
        PaymentId payment;
        qint64 amountMinor = 0; ///< Of the order's, in its currency.
    };
    struct Line
    {
        OrderLineId line;
        Quantity quantity;
        bool isRestocked = true;
    };

    Origin origin;
    QString reason;
    QList<Part> parts; ///< Of one order; no payment twice.
    QList<Line> lines; ///< That come back; no line twice.

    /// As a JSON object, and from one that this wrote.
    std::string toData() const;
    static MoneyBack fromData(std::string_view data);
};

} // namespace tp::orchestration
