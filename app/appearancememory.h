// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QSettings;
class QString;

namespace tp::ui {
class Theme;
}

namespace tp::app {

/// Gives the theme the appearance asked for ("light", "dark", "system"), else that of last time,
/// and remembers what the person changes it to. Both outlive each other's signals.
void rememberAppearance(ui::Theme &theme, QSettings &settings, const QString &asked);

} // namespace tp::app
