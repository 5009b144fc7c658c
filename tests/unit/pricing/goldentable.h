// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/pricing/pricing.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

namespace tp::test {

/// One case of a golden table: a headline with its settings, and the rows below it.
struct GoldenCase
{
    QString name;
    QStringList settings;
    QList<QStringList> rows;

    /// The rows that say why it is refused, as "pointer | code".
    QStringList problems() const;
};

/// The cases of tests/unit/pricing/NAME, in their order. None when the file cannot be read.
QList<GoldenCase> goldenCases(const QString &name);

/// The cells of one row without their columns' blanks, as the failure of a test shows them.
QString rowText(const QStringList &cells);

/// Why something was refused, as GoldenCase::problems() writes it.
QStringList problemsOf(const Error &error);

/// Reads the cells of a table, in one currency. What cannot be read is a fault of the table and
/// stops the test.
class GoldenCells
{
public:
    explicit GoldenCells(const QString &currencyCode);

    Currency currency() const { return m_currency; }
    Money money(const QString &cell) const;
    std::optional<Money> moneyOrNone(const QString &cell) const;                ///< "-" is none.
    std::optional<pricing::Discount> discountOrNone(const QString &cell) const; ///< "10 %", "1.50"
    static Quantity quantity(const QString &cell);
    static pricing::TaxRate rate(const QString &cell); ///< "19 %"

private:
    Currency m_currency;
};

} // namespace tp::test

Q_DECLARE_METATYPE(tp::test::GoldenCase)
