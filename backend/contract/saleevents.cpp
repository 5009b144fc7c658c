// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/saleevents.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/salefields.h"

namespace tp::contract {

const Object<OrderEventData> &OrderEventData::object()
{
    using Data = OrderEventData;
    static const auto object =
        Object<Data>(Use::Answer, "OrderEventData", "An order, as it stands")
            .required("id", &Data::id, "Its id")
            .nullable("number", &Data::number, Text::any(), "Its number, once it has one")
            .required("channel", &Data::channel, ChannelMeans)
            .required("status", &Data::status, "How it stands")
            .nullable("register_id", &Data::registerId, "Where it is sold")
            .nullable("user_id", &Data::userId, Text::any(), "Who placed it")
            .required("total", &Data::total, Amount::any(), "What it costs")
            .required("paid_total", &Data::paidTotal, Amount::any(), "What is paid of that")
            .required("refunded_total", &Data::refundedTotal, Amount::any(), "What was given back")
            .nullable("failure", &Data::failure, Text::any(), "The code of why it was rejected")
            .required("version", &Data::version, versionRule(), VersionMeans);
    return object;
}

const Object<PaymentEventData> &PaymentEventData::object()
{
    using Data = PaymentEventData;
    static const auto object =
        Object<Data>(Use::Answer, "PaymentEventData", "A payment, as it stands")
            .required("id", &Data::id, "Its id")
            .required("order_id", &Data::orderId, "The order")
            .required("method", &Data::method, MethodMeans)
            .required("status", &Data::status, "How it stands")
            .required("amount", &Data::amount, Amount::any(), "So much of the order it pays")
            .required("captured", &Data::captured, Amount::any(), "What was taken")
            .required("refunded", &Data::refunded, Amount::any(), "Of that, given back")
            .nullable("failure", &Data::failure, Text::any(), "Why it failed")
            .required("version", &Data::version, versionRule(), VersionMeans);
    return object;
}

const Object<StockEventItem> &StockEventItem::object()
{
    static const auto object =
        Object<StockEventItem>(Use::Answer, "StockEventItem",
                               "What of a product is there, over all locations")
            .required("product_id", &StockEventItem::productId, "The product")
            .required("on_hand", &StockEventItem::onHand, Measure::any(), "What is there")
            .required("reserved", &StockEventItem::reserved, Measure::any(), "Promised to orders")
            .required("available", &StockEventItem::available, Measure::any(),
                      "on_hand - reserved");
    return object;
}

const Object<StockEventData> &StockEventData::object()
{
    static const auto object =
        Object<StockEventData>(Use::Answer, "StockEventData", "Stock after a change")
            .required("items", &StockEventData::items, ListOf{Nested<StockEventItem>{}, 0},
                      "The products that it touched");
    return object;
}

const Object<StockLowEventData> &StockLowEventData::object()
{
    using Data = StockLowEventData;
    static const auto object =
        Object<Data>(Use::Answer, "StockLowEventData", "A product that has just become low")
            .required("product_id", &Data::productId, "The product")
            .required("name", &Data::name, Text::any(), "What people call it")
            .required("available", &Data::available, Measure::any(), "What is left")
            .required("low_stock", &Data::lowStock, Measure::any(), "At or below this it is low");
    return object;
}

const Object<SagaEventData> &SagaEventData::object()
{
    using Data = SagaEventData;
    static const auto object =
        Object<Data>(Use::Answer, "SagaEventData", "A saga, as it stands")
            .required("id", &Data::id, "Its id")
            .required("kind", &Data::kind, Text::any(), "checkout, cancel or refund")
            .required("order_id", &Data::orderId, "The order")
            .required("state", &Data::state, "How it stands")
            .required("step", &Data::step, Text::any(), "Where it is; empty at its end");
    return object;
}

const Object<AttentionEventData> &AttentionEventData::object()
{
    using Data = AttentionEventData;
    static const auto object =
        Object<Data>(Use::Answer, "AttentionEventData", "Something that a person should look at")
            .required("kind", &Data::kind, Text::any(), "stock_below_zero, other_price, …")
            .required("order_id", &Data::orderId, "The order")
            .required("detail", &Data::detail, Text::any(), "In plain words");
    return object;
}

} // namespace tp::contract
