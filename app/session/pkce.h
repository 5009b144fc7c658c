// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <QByteArray>

namespace tp::session {

/// Random bytes in base64url without padding (RFC 4648, 5): 43 characters carry 256 bits.
QByteArray randomText(Random &random, int bytes = 32);

/// Proof Key for Code Exchange (RFC 7636): who redeems the code is who asked for it.
struct Pkce
{
    QByteArray verifier;  ///< Kept until the code is redeemed.
    QByteArray challenge; ///< S256 of the verifier, sent ahead of it.

    static Pkce make(Random &random);
    static Pkce of(const QByteArray &verifier);
};

} // namespace tp::session
