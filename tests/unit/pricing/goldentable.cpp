// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/pricing/goldentable.h"

#include "backend/contract/wirenames.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tp::test {

namespace {

QStringList cellsOf(const QString &line)
{
    QStringList cells = line.split(u'|');
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

QString withoutPercent(const QString &cell)
{
    return cell.chopped(1).trimmed();
}

} // namespace

QStringList GoldenCase::problems() const
{
    QStringList problems;
    for (const QStringList &cells : rows) {
        if (cells.first() == "refused"_L1)
            problems.append(rowText(cells.sliced(1)));
    }
    return problems;
}

QList<GoldenCase> goldenCases(const QString &name)
{
    QFile file(QStringLiteral(TP_GOLDEN_FOLDER "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString headline = u"Case:"_s;
    QList<GoldenCase> cases;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(headline)) {
            const QStringList cells = cellsOf(line.sliced(headline.size()));
            cases.append({cells.first(), cells.sliced(1), {}});
        } else if (!line.trimmed().isEmpty() && !line.startsWith(u'#')) {
            cases.last().rows.append(cellsOf(line));
        }
    }
    return cases;
}

QString rowText(const QStringList &cells)
{
    return cells.join(u" | "_s);
}

QStringList problemsOf(const Error &error)
{
    QStringList problems;
    for (const FieldError &field : error.fields) {
        const std::string_view code = contract::wireName(field.code);
        problems.append(
            rowText({field.pointer, QString::fromLatin1(code.data(), qsizetype(code.size()))}));
    }
    return problems;
}

GoldenCells::GoldenCells(const QString &currencyCode)
    : m_currency(Currency::fromCode(currencyCode).value())
{}

Money GoldenCells::money(const QString &cell) const
{
    return *Money::fromDecimal(cell, m_currency);
}

std::optional<Money> GoldenCells::moneyOrNone(const QString &cell) const
{
    return cell == "-"_L1 ? std::nullopt : std::optional(money(cell));
}

std::optional<pricing::Discount> GoldenCells::discountOrNone(const QString &cell) const
{
    if (cell == "-"_L1)
        return std::nullopt;
    if (cell.endsWith(u'%'))
        return *pricing::PercentOff::fromDecimal(withoutPercent(cell).toStdString());
    return money(cell);
}

Quantity GoldenCells::quantity(const QString &cell)
{
    return *Quantity::fromDecimal(QStringView(cell));
}

pricing::TaxRate GoldenCells::rate(const QString &cell)
{
    // Four decimals of a per cent are parts per million: what money of four decimals can hold.
    const Currency fourDecimals = Currency::fromCode(u"CLF").value();
    return *pricing::TaxRate::fromPpm(
        Money::fromDecimal(withoutPercent(cell), fourDecimals)->minor());
}

} // namespace tp::test
