// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QStringList>

namespace tp::settings {

/// What a product is taxed by when it names no class: always there.
inline constexpr char StandardTaxClass[] = "standard";

/// The rate of a tax class from a moment on, until a later one of that class.
struct TaxRate
{
    QString code;
    qint64 validFromMs = 0; ///< 0: it was always so.
    QString name;
    qint64 ratePpm = 0; ///< Parts per million: 190000 is 19 %.

    friend bool operator==(const TaxRate &, const TaxRate &) = default;
};

/// By code, then from when they hold: as they are stored and shown.
QList<TaxRate> inOrder(QList<TaxRate> rates);

/// The classes of `before` that are not in `after`.
QStringList classesMissing(const QList<TaxRate> &before, const QList<TaxRate> &after);

/// What is wrong with a list of all rates: two of a class from the same moment, a class that has
/// no rate at `nowMs`, no standard class.
QList<FieldError> problemsOf(const QList<TaxRate> &rates, qint64 nowMs);

} // namespace tp::settings
