// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/jsonvalue.h"
#include "backend/kernel/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::auth {

/// A signed token as it was sent (RFC 7515, 7519). What it says is believed only once somebody has
/// checked the signature, the issuer, the audience and the times.
struct Jwt
{
    std::string alg; ///< As the token names it: compare it with what the key is for.
    std::string kid; ///< Empty: it names no key.
    std::string typ; ///< "jwt" or "at+jwt"; empty: it does not say.
    std::string iss; ///< Empty: it does not say; so with the next two.
    std::string sub;
    std::string jti;
    std::vector<std::string> aud;
    std::optional<qint64> exp; ///< Seconds since 1970; parts of a second are left off.
    std::optional<qint64> nbf;
    std::optional<qint64> iat;
    contract::JsonValue claims; ///< All of them, an object.

    std::string signingInput; ///< What was signed.
    std::string signature;    ///< Bytes.
};

/// How long a token may be; longer ones are not looked at.
inline constexpr std::size_t JwtBytesMax = 8 * 1024;

/// Takes a token in compact form apart, and holds it against RFC 8725: no `crit`, no key or address
/// of one in the header, no algorithm `none`, no name twice, no type but JWT and at+jwt, no second
/// spelling of the same bytes. Unauthorized for everything else; the detail names no content.
Result<Jwt> parseJwt(std::string_view token);

/// That it has begun and has not ended, give or take `leewayS` seconds for clocks that disagree.
/// `exp` must be there; `nbf` and `iat`, if they are, may not lie ahead.
Result<void> checkTimes(const Jwt &jwt, qint64 nowMs, qint64 leewayS);

/// Whether it was made for this one, among others perhaps.
bool hasAudience(const Jwt &jwt, std::string_view audience);

} // namespace tp::auth
