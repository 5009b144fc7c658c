// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tp::ui {

/// The same to the eye, but a label may break it inside a path or a word without end, which would
/// otherwise force the window wider than the screen.
QString breakable(const QString &text);

} // namespace tp::ui
