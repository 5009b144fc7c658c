// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace tp::test {

/// JSON with single quotes, which read better in a test; moc also stumbles over raw strings.
inline QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace tp::test
