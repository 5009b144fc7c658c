// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

namespace tp::ui {

/// Loads the bundled typeface and checks that it came in all three weights and that its digits are
/// of one width, as columns of amounts need. Gives the family to use: Roboto, else Noto Sans, else
/// what the platform has. Call once, after QGuiApplication stands.
QString loadFontFamily();

/// Three weights are bundled; any other would silently become one of them.
enum class Weight { Regular, Medium, Bold };

/// A font in pixels and without hinting, so that it looks alike on every platform and scale.
QFont fontOf(const QString &family, int pixels, Weight weight = Weight::Regular);

} // namespace tp::ui
