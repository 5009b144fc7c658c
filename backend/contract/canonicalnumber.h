// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tp::contract {

/// One spelling for all JSON numbers of one value: "1.50", "15e-1" and "1.5" give "1.5", -0 gives
/// "0". Exact, without floating point. An exponent beyond 18 digits is left as it was spelled.
std::string canonicalNumber(std::string_view spelling);

} // namespace tp::contract
