// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>

namespace tp::auth {

/// An e-mail address as it is stored and looked for: without spaces around it, composed (NFC), in
/// lower case. Nothing is said of whether it is one.
QString emailKey(const QString &typed);

/// The key of something that can be an address: one '@' with something before it and a name behind,
/// no white space, 254 characters at most (RFC 5321 4.5.3.1). InvalidBody at `pointer`.
Result<QString> checkedEmail(const QString &typed, const QString &pointer);

} // namespace tp::auth
