// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/payment.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/salefields.h"

namespace tp::contract {

const Object<PaymentAttempt> &PaymentAttempt::object()
{
    static const auto object =
        Object<PaymentAttempt>(Use::Answer, "PaymentAttempt", "An act on a payment")
            .required("at", &PaymentAttempt::at, "When")
            .required("action", &PaymentAttempt::action, Text::any(),
                      "authorize, capture, void, refund")
            .required("outcome", &PaymentAttempt::outcome, Text::any(), "done, refused, unknown")
            .nullable("code", &PaymentAttempt::code, Text::any(), "What the gateway said");
    return object;
}

const Object<Payment> &Payment::object()
{
    static const auto object =
        Object<Payment>(Use::Answer, "Payment", "What is paid for an order")
            .required("id", &Payment::id, "Its id")
            .required("order_id", &Payment::orderId, "The order")
            .nullable("user_id", &Payment::userId, Text::any(), "Whose order it is")
            .required("method", &Payment::method, MethodMeans)
            .required("gateway", &Payment::gateway, Text::any(), GatewayMeans)
            .required("status", &Payment::status, "How it stands")
            .required("amount", &Payment::amount, Amount::any(), "So much of the order it pays")
            .required("captured", &Payment::captured, Amount::any(), "What was taken")
            .required("refunded", &Payment::refunded, Amount::any(), "Of that, given back")
            .required("tendered", &Payment::tendered, Amount::any(), "What was handed over")
            .required("change", &Payment::change, Amount::any(), "What went back at once")
            .required("rounding", &Payment::rounding, Amount::any(), "Of cash")
            .nullable("gateway_reference", &Payment::gatewayReference, Text::any(), ReferenceMeans)
            .required("note", &Payment::note, Text::any(), "For people")
            .nullable("failure", &Payment::failure, Text::any(), "Why it failed")
            .required("attempts", &Payment::attempts, ListOf{Nested<PaymentAttempt>{}, 0},
                      "What was tried")
            .required("version", &Payment::version, versionRule(), VersionMeans)
            .required("created_at", &Payment::createdAt, "When it was entered")
            .required("updated_at", &Payment::updatedAt, "When it changed last");
    return object;
}

const Object<NewPayment> &NewPayment::object()
{
    static const auto object =
        Object<NewPayment>(Use::Request, "NewPayment", "A payment for an order")
            .optional("id", &NewPayment::id, ChosenIdMeans)
            .required("order_id", &NewPayment::orderId, "The order")
            .required("method", &NewPayment::method, MethodMeans)
            .optional("amount", &NewPayment::amount, Amount{1}, "Left out: what is due")
            .optional("tendered", &NewPayment::tendered,
                      "What is handed over; left out: the amount")
            .optional("gateway", &NewPayment::gateway, GatewayText, GatewayMeans)
            .optional("token", &NewPayment::token, TokenText, TokenMeans)
            .optional("reference", &NewPayment::reference, ReferenceText, ReferenceMeans);
    return object;
}

const Object<ChangePayment> &ChangePayment::object()
{
    using Change = ChangePayment;
    static const auto object =
        Object<Change>(Use::Request, "ChangePayment", "What of a payment may change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .readOnly("order_id", &Change::readOnly, UnchangedMeans)
            .readOnly("user_id", &Change::readOnly, UnchangedMeans)
            .readOnly("method", &Change::readOnly, UnchangedMeans)
            .readOnly("gateway", &Change::readOnly, UnchangedMeans)
            .readOnly("status", &Change::readOnly, UnchangedMeans)
            .readOnly("amount", &Change::readOnly, UnchangedMeans)
            .readOnly("captured", &Change::readOnly, UnchangedMeans)
            .readOnly("refunded", &Change::readOnly, UnchangedMeans)
            .readOnly("tendered", &Change::readOnly, UnchangedMeans)
            .readOnly("change", &Change::readOnly, UnchangedMeans)
            .readOnly("rounding", &Change::readOnly, UnchangedMeans)
            .readOnly("gateway_reference", &Change::readOnly, UnchangedMeans)
            .optional("reference", &Change::reference, ReferenceText, ReferenceMeans)
            .optional("note", &Change::note, NoteText, "For people")
            .readOnly("failure", &Change::readOnly, UnchangedMeans)
            .readOnly("attempts", &Change::readOnly, UnchangedMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans)
            .readOnly("created_at", &Change::readOnly, UnchangedMeans)
            .readOnly("updated_at", &Change::readOnly, UnchangedMeans);
    return object;
}

const Object<GatewayAct> &GatewayAct::object()
{
    static const auto object =
        Object<GatewayAct>(Use::Answer, "GatewayAct", "An act in the books of the test gateway")
            .required("at", &GatewayAct::at, "When")
            .required("action", &GatewayAct::action, Text::any(),
                      "authorize, capture, void, refund")
            .required("key", &GatewayAct::key, Text::any(), "What the shop knows it by")
            .required("amount", &GatewayAct::amount, Amount::any(), "How much");
    return object;
}

const Object<RefundLine> &RefundLine::object()
{
    static const auto object =
        Object<RefundLine>(Use::Request, "RefundLine", "Some of a line that comes back")
            .required("line_id", &RefundLine::lineId, "The line")
            .required("quantity", &RefundLine::quantity, Measure{1, Quantity::ThousandthsMax},
                      "How much of it")
            .optional("restock", &RefundLine::restock, "Whether it can be sold again");
    return object;
}

const Object<NewReturn> &NewReturn::object()
{
    static const auto object =
        Object<NewReturn>(Use::Request, "NewReturn", "Goods that come back")
            .required("lines", &NewReturn::lines, ListOf{Nested<RefundLine>{}, 1000, false, 1},
                      "What")
            .required("reason", &NewReturn::reason, Text{1, 200, Text::Kind::Line}, "Why");
    return object;
}

const Object<NewRefund> &NewRefund::object()
{
    static const auto object =
        Object<NewRefund>(Use::Request, "NewRefund", "Money that goes back")
            .optional("amount", &NewRefund::amount, Amount{1},
                      "Left out: what the lines give back, or all that is left")
            .required("reason", &NewRefund::reason, Text{1, 200, Text::Kind::Line}, "Why")
            .optional("lines", &NewRefund::lines, ListOf{Nested<RefundLine>{}, 1000},
                      "What comes back with it");
    return object;
}

} // namespace tp::contract
