// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/salerecord.h"

#include "app/outbox/orderbody.h"

namespace tp::outbox {
namespace {

using contract::Amount;
using contract::ListOf;
using contract::Measure;
using contract::Nested;
using contract::Object;
using contract::Text;
using contract::Use;

constexpr contract::Integer Ppm{0, pricing::TaxRate::PpmMax};

Result<QList<RecordedLine>> recordedLinesOf(const ui::FinishedSale &sale)
{
    QList<RecordedLine> lines;
    for (const ui::SoldLine &one : sale.lines) {
        TP_TRY(const auto discount, specOf(one.discount));
        lines.append({one.productId, one.sku, one.name, one.quantity, one.unitPrice, discount,
                      one.priced.subtotal, one.priced.lineDiscount, one.priced.orderDiscount,
                      one.priced.taxRate.ppm(), one.priced.tax, one.priced.net, one.priced.total,
                      one.note});
    }
    return lines;
}

/// What is read has all its amounts: they are required.
Result<ui::SoldLine> lineFrom(const RecordedLine &line)
{
    TP_TRY(const auto discount, discountOf(line.discount));
    TP_TRY(const auto rate, pricing::TaxRate::fromPpm(line.taxPpm));
    return ui::SoldLine{.productId = line.productId,
                        .sku = line.sku,
                        .name = line.name,
                        .quantity = line.quantity,
                        .unitPrice = *line.unitPrice,
                        .discount = discount,
                        .priced = {*line.subtotal, *line.lineDiscount, *line.orderDiscount, rate,
                                   *line.tax, *line.net, *line.total},
                        .note = line.note};
}

} // namespace

const Object<RecordedLine> &RecordedLine::object()
{
    using Line = RecordedLine;
    static const auto object =
        Object<Line>(Use::Answer, "RecordedLine", "A line as a receipt shows it")
            .required("product_id", &Line::productId, "The product")
            .required("sku", &Line::sku, Text::any(), "Its code")
            .required("name", &Line::name, Text::any(), "Its name")
            .required("quantity", &Line::quantity, Measure::any(), "How much")
            .required("unit_price", &Line::unitPrice, Amount::any(), "Of one unit")
            .optional("discount", &Line::discount, "Its own")
            .required("subtotal", &Line::subtotal, Amount::any(), "Before discounts")
            .required("line_discount", &Line::lineDiscount, Amount::any(), "Its own, in money")
            .required("order_discount", &Line::orderDiscount, Amount::any(), "Share of the whole's")
            .required("tax_ppm", &Line::taxPpm, Ppm, "The rate")
            .required("tax", &Line::tax, Amount::any(), "The tax")
            .required("net", &Line::net, Amount::any(), "Without tax")
            .required("total", &Line::total, Amount::any(), "What it costs")
            .required("note", &Line::note, Text::any(), "For people");
    return object;
}

const Object<RecordedPayment> &RecordedPayment::object()
{
    using Payment = RecordedPayment;
    static const auto object =
        Object<Payment>(Use::Answer, "RecordedPayment", "How it was paid")
            .required("method", &Payment::method, "With what")
            .required("amount", &Payment::amount, Amount::any(), "Of the sale")
            .required("rounding", &Payment::rounding, Amount::any(), "Of cash")
            .required("tendered", &Payment::tendered, Amount::any(), "What was handed over")
            .required("change", &Payment::change, Amount::any(), "What went back");
    return object;
}

const Object<SaleRecord> &SaleRecord::object()
{
    using Sale = SaleRecord;
    static const auto object =
        Object<Sale>(Use::Answer, "SaleRecord", "A finished sale as its receipt shows it")
            .required("lines", &Sale::lines, ListOf{Nested<RecordedLine>{}, 0}, "What was sold")
            .optional("discount", &Sale::discount, "On the whole")
            .required("subtotal", &Sale::subtotal, Amount::any(), "Before discounts")
            .required("discount_total", &Sale::discountTotal, Amount::any(), "Of all discounts")
            .required("tax_total", &Sale::taxTotal, Amount::any(), "Of all lines")
            .required("total", &Sale::total, Amount::any(), "What it cost")
            .required("payments", &Sale::payments, ListOf{Nested<RecordedPayment>{}, 0},
                      "How it was paid")
            .required("rounding", &Sale::rounding, Amount::any(), "Of cash")
            .required("change", &Sale::change, Amount::any(), "What went back")
            .optional("sold_by", &Sale::soldBy, "Who sold it");
    return object;
}

Result<QByteArray> recordOf(const ui::FinishedSale &sale)
{
    SaleRecord record;
    TP_TRY(record.lines, recordedLinesOf(sale));
    TP_TRY(record.discount, specOf(sale.discount));
    record.subtotal = sale.totals.subtotal;
    record.discountTotal = sale.totals.discountTotal;
    record.taxTotal = sale.totals.taxTotal;
    record.total = sale.totals.total;
    for (const ui::SoldPayment &one : sale.payments) {
        record.payments.append({one.method, one.tender.amount, one.tender.rounding,
                                one.tender.tendered, one.tender.change});
    }
    record.rounding = sale.rounding;
    record.change = sale.change;
    record.soldBy = sale.soldBy;
    return QByteArray::fromStdString(SaleRecord::object().toJson(record));
}

Result<ui::FinishedSale> saleFrom(const QByteArray &bytes)
{
    TP_TRY(const SaleRecord record,
           SaleRecord::object().parse({bytes.constData(), std::size_t(bytes.size())}));
    TP_TRY(const auto discount, discountOf(record.discount));
    ui::FinishedSale sale{
        .lines = {},
        .discount = discount,
        .totals = {{}, *record.subtotal, *record.discountTotal, *record.taxTotal, *record.total},
        .payments = {},
        .rounding = *record.rounding,
        .change = *record.change,
        .soldBy = record.soldBy};
    for (const RecordedLine &line : record.lines) {
        TP_TRY(const ui::SoldLine sold, lineFrom(line));
        sale.lines.append(sold);
        sale.totals.lines.append(sold.priced);
    }
    for (const RecordedPayment &one : record.payments) {
        sale.payments.append(
            {one.method, {*one.amount, *one.rounding, *one.tendered, *one.change}});
    }
    return sale;
}

} // namespace tp::outbox
