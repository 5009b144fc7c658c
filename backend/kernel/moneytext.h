// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"

#include <QLocale>

namespace tp {

// Amounts as people read and write them. Here and not on the screen, because receipts, exports and
// screens must agree. Only integers are formatted: QLocale's own currency formatting takes a
// floating-point number for anything with decimals.

/// "$1,234.56", "1.234,56 €", "١٬٢٣٤٫٥٦": the whole amount with its sign and symbol, ordered,
/// grouped and spelled as the locale does. A currency other than the locale's own is shown by the
/// symbol that all languages share ("US$"), or by its code.
QString displayText(Money money, const QLocale &locale);

/// The number alone, without grouping: what a field shows for editing.
QString editText(Money money, const QLocale &locale);

/// Reads what displayText() and editText() write, and what people type instead: ASCII digits, any
/// space or none, the symbol, the code or neither, the minus on either side. A grouping mark must
/// stand where groups are, so that "2.50" typed where the point groups is refused and not taken
/// for 250. InvalidText, OutOfRange.
Result<Money> parseMoneyText(QStringView text, Currency currency, const QLocale &locale);

} // namespace tp
