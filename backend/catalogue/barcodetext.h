// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <string>
#include <string_view>

namespace tp::catalogue {

// The barcodes of a product as one column holds them: a JSON array, which an answer takes as it
// is. They are printable ASCII, so that only two characters need an escape.

std::string barcodesToJson(const QStringList &barcodes);

/// Only for what the function above has made.
QStringList barcodesFromJson(std::string_view json);

} // namespace tp::catalogue
