// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/notice.h"

namespace tp::ui {

/// Why the cart did not take something, for the cashier: chosen from codes and fields, never from
/// details.
Notice refusalOf(const Error &error);

/// Why a finished sale could not be kept. It is as it was before.
Notice notKept(const Error &error);

/// Nobody has said yet what the shop's taxes are.
Notice rulesMissing();

Notice unknownBarcode(const QString &code);

} // namespace tp::ui
