// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/neworder.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/salefields.h"

namespace tp::contract {

const Object<DiscountSpec> &DiscountSpec::object()
{
    static const auto object =
        Object<DiscountSpec>(Use::Request, "Discount", "What is taken off: per cent or an amount")
            .optional("percent", &DiscountSpec::percent, Measure{0, 100'000},
                      "0 to 100, at most 3 decimals")
            .optional("amount", &DiscountSpec::amount, "Not more than there is")
            .exactlyOne({"percent", "amount"});
    return object;
}

const Object<NewOrderLine> &NewOrderLine::object()
{
    using Line = NewOrderLine;
    static const auto object =
        Object<Line>(Use::Request, "NewOrderLine", "A product to sell")
            .required("product_id", &Line::productId, "The product")
            .required("quantity", &Line::quantity, Measure{1, Quantity::ThousandthsMax},
                      "How much of it, in its unit")
            .optional("unit_price", &Line::unitPrice, "Another price; needs prices.override")
            .optional("discount", &Line::discount, "What is taken off this line")
            .optional("note", &Line::note, NoteText, LineNoteMeans);
    return object;
}

const Object<NewOrderPayment> &NewOrderPayment::object()
{
    using Payment = NewOrderPayment;
    static const auto object =
        Object<Payment>(Use::Request, "NewOrderPayment", "What is paid with")
            .required("method", &Payment::method, MethodMeans)
            .optional("amount", &Payment::amount, Amount{1}, "Left out: what is due")
            .optional("tendered", &Payment::tendered, "What is handed over; left out: the amount")
            .optional("gateway", &Payment::gateway, GatewayText, GatewayMeans)
            .optional("token", &Payment::token, TokenText, TokenMeans)
            .optional("reference", &Payment::reference, ReferenceText, ReferenceMeans);
    return object;
}

const Object<NewOrder> &NewOrder::object()
{
    static const auto object =
        Object<NewOrder>(Use::Request, "NewOrder", "An order to place, or a sale that has happened")
            .optional("id", &NewOrder::id, ChosenIdMeans)
            .required("channel", &NewOrder::channel, ChannelMeans)
            .optional("register_id", &NewOrder::registerId, RegisterMeans)
            .optional("number", &NewOrder::number, NumberText, "As the till printed it")
            .optional("sold_at", &NewOrder::soldAt, "When the sale happened")
            .optional("sold_by", &NewOrder::soldBy, "Who sold it")
            .optional("total", &NewOrder::total,
                      "A guard: another total is 409. With sold_at: what was printed")
            .optional("customer_id", &NewOrder::customerId, CustomerMeans)
            .optional("user_email", &NewOrder::userEmail, MailText, UserEmailMeans)
            .optional("delivery_address", &NewOrder::deliveryAddress, AddressText, AddressMeans)
            .optional("description", &NewOrder::description, NoteText, DescriptionForPeopleMeans)
            .required("lines", &NewOrder::lines, ListOf{Nested<NewOrderLine>{}, 1000, false, 1},
                      "What is sold")
            .optional("discount", &NewOrder::discount, "What is taken off the whole")
            .optional("payments", &NewOrder::payments, ListOf{Nested<NewOrderPayment>{}, 20},
                      "What is paid with; left out: it is paid later");
    return object;
}

const Object<ChangeOrderLine> &ChangeOrderLine::object()
{
    static const auto object =
        Object<ChangeOrderLine>(Use::Request, "ChangeOrderLine", "A note on a line")
            .required("id", &ChangeOrderLine::id, "The line")
            .required("note", &ChangeOrderLine::note, NoteText, LineNoteMeans);
    return object;
}

const Object<ChangeOrder> &ChangeOrder::object()
{
    using Change = ChangeOrder;
    static const auto object =
        Object<Change>(Use::Request, "ChangeOrder", "What of an order may change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .readOnly("number", &Change::readOnly, UnchangedMeans)
            .readOnly("channel", &Change::readOnly, UnchangedMeans)
            .readOnly("status", &Change::readOnly, UnchangedMeans)
            .readOnly("register_id", &Change::readOnly, UnchangedMeans)
            .readOnly("user_id", &Change::readOnly, UnchangedMeans)
            .readOnly("user_email", &Change::readOnly, UnchangedMeans)
            .optional("customer_id", &Change::customerId, CustomerMeans)
            .optional("delivery_address", &Change::deliveryAddress, AddressText, AddressMeans)
            .optional("description", &Change::description, NoteText, DescriptionForPeopleMeans)
            .optional("lines", &Change::lines, ListOf{Nested<ChangeOrderLine>{}, 1000, false, 1},
                      "Notes on lines")
            .readOnly("subtotal", &Change::readOnly, UnchangedMeans)
            .readOnly("discount_total", &Change::readOnly, UnchangedMeans)
            .readOnly("tax_total", &Change::readOnly, UnchangedMeans)
            .readOnly("total", &Change::readOnly, UnchangedMeans)
            .readOnly("rounding", &Change::readOnly, UnchangedMeans)
            .readOnly("paid_total", &Change::readOnly, UnchangedMeans)
            .readOnly("refunded_total", &Change::readOnly, UnchangedMeans)
            .readOnly("change_due", &Change::readOnly, UnchangedMeans)
            .readOnly("payments", &Change::readOnly, UnchangedMeans)
            .readOnly("saga_id", &Change::readOnly, UnchangedMeans)
            .readOnly("failure", &Change::readOnly, UnchangedMeans)
            .readOnly("expected_total", &Change::readOnly, UnchangedMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans)
            .readOnly("sold_at", &Change::readOnly, UnchangedMeans)
            .readOnly("created_at", &Change::readOnly, UnchangedMeans)
            .readOnly("updated_at", &Change::readOnly, UnchangedMeans);
    return object;
}

} // namespace tp::contract
