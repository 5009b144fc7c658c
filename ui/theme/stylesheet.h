// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QString>

namespace tp::ui {

/// The style sheet of the whole program, made from the tokens. It knows object names ("rail") and
/// two dynamic properties: `kind` of a button, `role` of a label. What a delegate or a painted
/// widget draws is not in it.
QString styleSheetOf(Scheme scheme);

} // namespace tp::ui
