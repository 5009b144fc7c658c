// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QString>
#include <QUrl>

#include <string_view>

namespace tp::auth {

/// Whether what comes from there can be believed: HTTPS, or HTTP that does not leave this machine.
bool isSafeUrl(const QUrl &url);

/// Where an issuer describes itself (OpenID Connect Discovery 1.0, 4).
QUrl discoveryUrlOf(const QString &issuer);

/// Where the issuer that describes itself so has its keys. InvalidValue when it is not the one that
/// was asked for (4.3: the names are compared to the letter), or names no safe place.
Result<QUrl> keysUrlOf(std::string_view description, const QString &issuer);

} // namespace tp::auth
