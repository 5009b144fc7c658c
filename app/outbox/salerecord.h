// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/neworder.h"
#include "ui/presentation/saleport.h"

namespace tp::outbox {

/// A line as a receipt shows it.
struct RecordedLine
{
    ProductId productId;
    QString sku;
    QString name;
    Quantity quantity;
    std::optional<Money> unitPrice;
    std::optional<contract::DiscountSpec> discount;
    std::optional<Money> subtotal;
    std::optional<Money> lineDiscount;
    std::optional<Money> orderDiscount;
    qint64 taxPpm = 0;
    std::optional<Money> tax;
    std::optional<Money> net;
    std::optional<Money> total;
    QString note;

    static const contract::Object<RecordedLine> &object();
};

struct RecordedPayment
{
    contract::PaymentMethod method = contract::PaymentMethod::Cash;
    std::optional<Money> amount;
    std::optional<Money> rounding;
    std::optional<Money> tendered;
    std::optional<Money> change;

    static const contract::Object<RecordedPayment> &object();
};

/// All of a finished sale that a receipt or a copy of it needs, as it stands in the outbox.
struct SaleRecord
{
    QList<RecordedLine> lines;
    std::optional<contract::DiscountSpec> discount;
    std::optional<Money> subtotal;
    std::optional<Money> discountTotal;
    std::optional<Money> taxTotal;
    std::optional<Money> total;
    QList<RecordedPayment> payments;
    std::optional<Money> rounding;
    std::optional<Money> change;
    std::optional<UserId> soldBy;

    static const contract::Object<SaleRecord> &object();
};

Result<QByteArray> recordOf(const ui::FinishedSale &sale);

/// InvalidBody, MalformedJson: it was damaged, or a newer program wrote it.
Result<ui::FinishedSale> saleFrom(const QByteArray &record);

} // namespace tp::outbox
