// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/order.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/salefields.h"

namespace tp::contract {

const Object<LineTax> &LineTax::object()
{
    static const auto object =
        Object<LineTax>(Use::Answer, "LineTax", "The tax of a line")
            .required("rate_ppm", &LineTax::ratePpm, Integer{0, 1'000'000}, "19 % is 190000")
            .required("amount", &LineTax::amount, Amount::any(), "How much that is");
    return object;
}

const Object<OrderLine> &OrderLine::object()
{
    static const auto object =
        Object<OrderLine>(Use::Answer, "OrderLine", "A product as it was sold")
            .required("id", &OrderLine::id, "Its id")
            .required("product_id", &OrderLine::productId, "The product")
            .required("sku", &OrderLine::sku, Text::any(), "Its SKU at that time")
            .required("name", &OrderLine::name, Text::any(), "Its name at that time")
            .required("quantity", &OrderLine::quantity, Measure::any(), "How much of it")
            .required("unit_price", &OrderLine::unitPrice, Amount::any(), "Of one unit")
            .required("discount", &OrderLine::discount, Amount::any(),
                      "What was taken off, its share of the order's discount included")
            .required("tax", &OrderLine::tax, "The tax in it, or on it")
            .required("total", &OrderLine::total, Amount::any(), "What it comes to, with tax")
            .required("note", &OrderLine::note, Text::any(), LineNoteMeans);
    return object;
}

const Object<OrderFailure> &OrderFailure::object()
{
    static const auto object =
        Object<OrderFailure>(Use::Answer, "OrderFailure", "Why an order was rejected")
            .required("code", &OrderFailure::code, Text::any(), "out_of_stock, payment_declined")
            .required("detail", &OrderFailure::detail, Text::any(), "For people");
    return object;
}

const Object<Order> &Order::object()
{
    static const auto object =
        Object<Order>(Use::Answer, "Order", "An order")
            .required("id", &Order::id, "Its id")
            .nullable("number", &Order::number, Text::any(),
                      "As a receipt shows it; null: none yet")
            .required("channel", &Order::channel, ChannelMeans)
            .required("status", &Order::status, "How it stands")
            .nullable("register_id", &Order::registerId, RegisterMeans)
            .nullable("user_id", &Order::userId, Text::any(), "Who placed it")
            .required("user_email", &Order::userEmail, Text::any(), UserEmailMeans)
            .nullable("customer_id", &Order::customerId, CustomerMeans)
            .required("delivery_address", &Order::deliveryAddress, Text::any(), AddressMeans)
            .required("description", &Order::description, Text::any(), DescriptionForPeopleMeans)
            .required("lines", &Order::lines, ListOf{Nested<OrderLine>{}, 0}, "What was sold")
            .required("subtotal", &Order::subtotal, Amount::any(), "Before discounts")
            .required("discount_total", &Order::discountTotal, Amount::any(), "All discounts")
            .required("tax_total", &Order::taxTotal, Amount::any(), "All tax")
            .required("total", &Order::total, Amount::any(), "What it costs")
            .required("rounding", &Order::rounding, Amount::any(), "Of cash; never in total or tax")
            .required("paid_total", &Order::paidTotal, Amount::any(), "What was taken for it")
            .required("refunded_total", &Order::refundedTotal, Amount::any(), "Of that, given back")
            .required("change_due", &Order::changeDue, Amount::any(), "What goes back at once")
            .required("payments", &Order::payments, ListOf{IdText{}, 0}, "Their ids")
            .nullable("saga_id", &Order::sagaId, "What makes it happen")
            .nullable("failure", &Order::failure, "Why it was rejected")
            .nullable("expected_total", &Order::expectedTotal, Amount::any(),
                      "What pricing says, where a sale that has happened says otherwise")
            .required("version", &Order::version, versionRule(), VersionMeans)
            .nullable("sold_at", &Order::soldAt, "When the sale happened, where that was before")
            .required("created_at", &Order::createdAt, "When it was recorded")
            .required("updated_at", &Order::updatedAt, "When it changed last");
    return object;
}

const Object<TimelineEntry> &TimelineEntry::object()
{
    static const auto object =
        Object<TimelineEntry>(Use::Answer, "TimelineEntry", "Something that happened to an order")
            .required("at", &TimelineEntry::at, "When")
            .required("what", &TimelineEntry::what, Text::any(), "For programs")
            .required("text", &TimelineEntry::text, Text::any(), "In plain words")
            .nullable("actor", &TimelineEntry::actor, Text::any(), "Who; null is the backend");
    return object;
}

} // namespace tp::contract
