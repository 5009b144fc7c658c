// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"

namespace tp::ui {

/// What a customer is likely to hand over for an amount above zero, besides the amount itself: the
/// next whole unit, then the next multiple of each note of the currency. Ascending, each once, at
/// most ProposalsMax. 25.60 USD: 26, 30, 40, 50, 100.
constexpr int ProposalsMax = 5;
QList<Money> tenderProposals(Money due);

} // namespace tp::ui
