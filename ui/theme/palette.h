// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/tokens.h"

#include <QPalette>

namespace tp::ui {

/// For what Fusion paints by itself: menus, tool tips, selections, disabled text.
QPalette paletteOf(Scheme scheme);

/// Judged by the window colour: Qt 6.4 cannot say what the desktop prefers.
bool looksDark(const QPalette &palette);

} // namespace tp::ui
