// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringView>

namespace tp {

/// Whether this is a whole GTIN-8, UPC-A (GTIN-12), EAN-13 or GTIN-14: its length, digits only,
/// and the check digit of the GS1 General Specifications. Whether it was ever given to a product
/// nobody can tell from the number.
bool isValidGtin(QStringView text);

} // namespace tp
