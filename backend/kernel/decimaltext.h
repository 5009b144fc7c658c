// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <string_view>

namespace tp {

/// How a decimal number may be spelled.
enum class DecimalForm {
    Plain, ///< "-2.55", ".5": no exponent, and no more digits behind the point than asked for.
    Json   ///< Also "1e2" and "7.500": what RFC 8259 allows, as long as the value fits.
};

/// The decimal number in `text` times 10^decimals, exactly: money and quantities are read here and
/// never pass through a floating-point number. InvalidText for another spelling or for too many
/// decimals, OutOfRange beyond ±limit. Takes one pass and no memory, however long the text or
/// large its exponent.
Result<qint64> scaledDecimal(std::string_view text, int decimals, qint64 limit, DecimalForm form);
Result<qint64> scaledDecimal(std::u16string_view text, int decimals, qint64 limit,
                             DecimalForm form);

} // namespace tp
