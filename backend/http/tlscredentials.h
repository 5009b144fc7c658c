// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QSslConfiguration>
#include <QString>

namespace tp::http {

/// Reads certificate chain and key (PEM) and makes from them what every TLS connection is opened
/// with: TLS 1.2 or 1.3, ALPN http/1.1. InvalidValue with a plain sentence when a file cannot be
/// read, holds something else, or the key is not the certificate's.
Result<QSslConfiguration> loadTlsCredentials(const QString &certificateFile,
                                             const QString &keyFile);

} // namespace tp::http
