// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/options.h"
#include "backend/kernel/result.h"

#include <QByteArray>
#include <QList>

namespace tp::daemon {

/// One `key = value` of a file of settings.
struct FileSetting
{
    Option option = Option::Count;
    QString value;
    int line = 0;
};

/// Reads a file of settings: UTF-8, a setting a line, `#` or `;` begins a line of comment, quotes
/// around a value keep its spaces. A list may stand on several lines. InvalidValue, with file and
/// line, for a key that does not exist, that is meant for the command line or is there twice; the
/// value is never repeated, because it may be a secret.
Result<QList<FileSetting>> readConfigurationFile(const QString &path, const QByteArray &bytes);

} // namespace tp::daemon
