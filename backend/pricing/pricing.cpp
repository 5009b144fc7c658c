// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/pricing.h"

#include "backend/kernel/fielderrors.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace tp::pricing {

namespace {

constexpr qint64 ThousandthsAUnit = 1000;

Error orderTooLarge()
{
    return atMember(u"/lines"_s, ErrorCode::OutOfRange, u"The order is too large"_s);
}

/// What the customer is asked for by the price list: with tax or without, as the mode says.
Money entered(const PricedLine &line)
{
    return *line.subtotal.minus(line.discount());
}

/// Steps 1 and 2 for one line, or what is wrong with it.
class LineEntry
{
public:
    LineEntry(const PricingRules &rules, const EnteredLine &line, qsizetype index,
              QList<FieldError> &problems)
        : m_currency(rules.currency)
        , m_line(line)
        , m_index(index)
        , m_problems(problems)
    {}

    PricedLine priced()
    {
        const Money nothing = Money::zero(m_currency);
        PricedLine line{nothing, nothing, nothing, m_line.taxRate, nothing, nothing, nothing};
        if (!isUnitPriceFine() || !isQuantityFine())
            return line;
        const auto subtotal = m_line.unitPrice.scaled(m_line.quantity.thousandths(),
                                                      ThousandthsAUnit, Rounding::HalfUp);
        if (!subtotal) {
            note(u"quantity"_s, ErrorCode::OutOfRange, u"The line is too large"_s);
            return line;
        }
        line.subtotal = *subtotal;
        if (!m_line.discount)
            return line;
        const auto off = amountOff(*m_line.discount, line.subtotal);
        if (off)
            line.lineDiscount = *off;
        else
            note(u"discount"_s, off.error().code, off.error().detail);
        return line;
    }

private:
    bool isUnitPriceFine()
    {
        if (m_line.unitPrice.currency() != m_currency) {
            note(u"unit_price"_s, ErrorCode::CurrencyMismatch,
                 u"This shop's currency is %1"_s.arg(m_currency.codeText()));
            return false;
        }
        if (m_line.unitPrice.isNegative())
            note(u"unit_price"_s, ErrorCode::OutOfRange, u"A price is not below zero"_s);
        return !m_line.unitPrice.isNegative();
    }

    bool isQuantityFine()
    {
        const bool isFine = m_line.quantity > Quantity();
        if (!isFine)
            note(u"quantity"_s, ErrorCode::OutOfRange, u"A quantity is more than zero"_s);
        return isFine;
    }

    void note(const QString &member, ErrorCode code, const QString &detail)
    {
        m_problems.append({u"/lines/%1/%2"_s.arg(m_index).arg(member), code, detail});
    }

    Currency m_currency;
    const EnteredLine &m_line;
    qsizetype m_index;
    QList<FieldError> &m_problems;
};

Result<QList<PricedLine>> linesBeforeOrder(const PricingRules &rules,
                                           const QList<EnteredLine> &enteredLines)
{
    QList<PricedLine> lines;
    QList<FieldError> problems;
    lines.reserve(enteredLines.size());
    for (qsizetype i = 0; i < enteredLines.size(); ++i)
        lines.append(LineEntry(rules, enteredLines[i], i, problems).priced());
    if (!problems.isEmpty())
        return atMembers(std::move(problems));
    return lines;
}

template <typename Part>
Result<Money> sumOf(const PricingRules &rules, const QList<PricedLine> &lines, Part part)
{
    Money sum = Money::zero(rules.currency);
    for (const PricedLine &line : lines) {
        const auto more = sum.plus(part(line));
        if (!more)
            return orderTooLarge();
        sum = *more;
    }
    return sum;
}

/// Step 3.
Result<void> takeOrderDiscount(const PricingRules &rules, const std::optional<Discount> &discount,
                               QList<PricedLine> &lines)
{
    if (!discount)
        return {};
    TP_TRY(const Money sum, sumOf(rules, lines, entered));
    const auto off = amountOff(*discount, sum);
    if (!off)
        return atMember(u"/discount"_s, off.error().code, off.error().detail);
    if (off->isZero())
        return {};

    QList<qint64> weights;
    weights.reserve(lines.size());
    for (const PricedLine &line : lines)
        weights.append(entered(line).minor());
    TP_TRY(const QList<Money> shares, off->allocate(weights));
    for (qsizetype i = 0; i < lines.size(); ++i)
        lines[i].orderDiscount = shares[i];
    return {};
}

void addTaxPerLine(TaxMode mode, QList<PricedLine> &lines)
{
    for (PricedLine &line : lines)
        line.tax = taxOf(entered(line), line.taxRate, mode);
}

Result<void> addTaxPerRate(const PricingRules &rules, QList<PricedLine> &lines)
{
    QMap<TaxRate, QList<qsizetype>> linesOf;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!entered(lines[i]).isZero())
            linesOf[lines[i].taxRate].append(i);
    }
    for (auto group = linesOf.cbegin(); group != linesOf.cend(); ++group) {
        Money sum = Money::zero(rules.currency);
        QList<qint64> weights;
        for (const qsizetype i : *group) {
            const auto more = sum.plus(entered(lines[i]));
            if (!more)
                return orderTooLarge();
            sum = *more;
            weights.append(entered(lines[i]).minor());
        }
        TP_TRY(const QList<Money> taxes, taxOf(sum, group.key(), rules.taxMode).allocate(weights));
        for (qsizetype i = 0; i < group->size(); ++i)
            lines[group->at(i)].tax = taxes[i];
    }
    return {};
}

/// Step 4.
Result<void> addTax(const PricingRules &rules, QList<PricedLine> &lines)
{
    switch (rules.taxRounding) {
    case TaxRounding::Line:
        addTaxPerLine(rules.taxMode, lines);
        break;
    case TaxRounding::Group:
        TP_CHECK(addTaxPerRate(rules, lines));
        break;
    }
    for (PricedLine &line : lines) {
        switch (rules.taxMode) {
        case TaxMode::Included:
            line.total = entered(line);
            line.net = *line.total.minus(line.tax);
            break;
        case TaxMode::Excluded: {
            line.net = entered(line);
            const auto total = line.net.plus(line.tax);
            if (!total)
                return orderTooLarge();
            line.total = *total;
            break;
        }
        }
    }
    return {};
}

} // namespace

Money PricedLine::discount() const
{
    return *lineDiscount.plus(orderDiscount);
}

Result<PricedOrder> price(const PricingRules &rules, const EnteredOrder &order)
{
    TP_TRY(QList<PricedLine> lines, linesBeforeOrder(rules, order.lines));
    TP_CHECK(takeOrderDiscount(rules, order.discount, lines));
    TP_CHECK(addTax(rules, lines));

    const auto sum = [&](auto part) { return sumOf(rules, lines, part); };
    TP_TRY(const Money subtotal, sum([](const PricedLine &line) { return line.subtotal; }));
    TP_TRY(const Money discount, sum([](const PricedLine &line) { return line.discount(); }));
    TP_TRY(const Money tax, sum([](const PricedLine &line) { return line.tax; }));
    TP_TRY(const Money total, sum([](const PricedLine &line) { return line.total; }));
    return PricedOrder{std::move(lines), subtotal, discount, tax, total};
}

} // namespace tp::pricing
