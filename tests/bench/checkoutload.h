// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/figures.h"

#include <QStringList>

namespace tp::bench {

struct CheckoutLoad
{
    quint16 port = 0; ///< Of 127.0.0.1.
    std::string token;
    QStringList products; ///< Ids.
    int clients = 1;
    double seconds = 1;
};

/// Sells three lines for cash over HTTP, each client on a kept connection as soon as its last sale
/// is answered, every sale with a key of its own. One thread and no parsing to speak of, so that it
/// takes little from the server beside it. The times are those between request and answer. No
/// figures where a sale was not confirmed; what was answered instead is printed.
Figures sellOverHttp(const CheckoutLoad &load);

} // namespace tp::bench
