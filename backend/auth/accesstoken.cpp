// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/accesstoken.h"

#include "backend/auth/base64url.h"
#include "backend/auth/rolenames.h"

namespace tp::auth {
// Written by hand: ids, numbers and names of ours have nothing to escape.
std::string accessToken(const KeyRing &ring, const SigningKey &key, const AccessClaims &claims)
{
    const std::string seconds = std::to_string(claims.nowMs / 1000);
    const std::string head = R"({"alg":"EdDSA","typ":"at+jwt","kid":")" + key.kid + "\"}";
    std::string body = R"({"iss":")" + ring.issuer() + R"(","aud":")" + AccessAudience +
                       R"(","sub":")" + claims.subject + R"(","sid":")" +
                       claims.sessionId.toString() + R"(","jti":")" + claims.tokenId.toString() +
                       R"(","iat":)" + seconds + R"(,"nbf":)" + seconds + R"(,"exp":)" +
                       std::to_string((claims.nowMs + AccessLifetimeMs) / 1000) + R"(,"roles":)" +
                       roleNamesJson(claims.roles);
    if (claims.isTill)
        body += R"(,"till":true)";
    if (claims.mustEnrol)
        body += R"(,"enrol":true)";
    body += '}';
    const std::string input = encodeBase64Url(head) + '.' + encodeBase64Url(body);
    return input + '.' + encodeBase64Url(key.sign(input));
}

} // namespace tp::auth
