// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QHostAddress>

namespace tp::http {

/// Where a server listens: an address of this machine and a port (0: any free one).
struct ListenAddress
{
    QHostAddress host;
    quint16 port = 0;

    /// "127.0.0.1:8080", "[::1]:8080", "localhost:0", "*:80" (every address). InvalidValue with a
    /// plain sentence for anything else: names are not looked up.
    static Result<ListenAddress> parse(const QString &text);

    /// As parse() reads it.
    QString toString() const;
    /// As a client on this machine writes it in a URL: every address is the loopback one.
    QString hostForUrl() const;
};

} // namespace tp::http
