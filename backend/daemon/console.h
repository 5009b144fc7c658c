// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace tp::daemon {

// What the commands say to people and scripts. UTF-8, whatever the locale; control characters in
// a line are shown as '?', so that what a file holds cannot steer a terminal.

/// One line on standard output. False when it could not be written.
[[nodiscard]] bool say(const QString &line);

/// One line on standard error, after the program's name.
void complain(const QString &line);

/// One line on standard error, as it is.
void note(const QString &line);

/// A count that is written over and over on one line of the terminal; nothing elsewhere. An empty
/// one takes it away.
void showProgress(const QString &text);
bool showsProgress();

} // namespace tp::daemon
