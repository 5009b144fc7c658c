// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/jwt.h"
#include "backend/kernel/result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct evp_pkey_st;

namespace tp::auth {

/// A public key that an issuer signs with (RFC 7517). What it is fixes the one algorithm that it
/// checks: RS256 for RSA, ES256 for P-256 (RFC 8725 3.1). Copies share the key; any thread may use
/// it.
struct Jwk
{
    enum class Kind { Rsa, P256 };

    std::string kid; ///< Empty: it has no name.
    Kind kind = Kind::Rsa;
    std::shared_ptr<evp_pkey_st> key;
};

using JwkSet = std::vector<Jwk>;

/// "RS256" or "ES256".
std::string_view algorithmOf(Jwk::Kind kind);

/// Whether any key of ours could have signed it; of symmetric algorithms none can.
bool isKnownAlgorithm(std::string_view alg);

/// The keys of a set that can check signatures: RSA of 2048 to 8192 bits, P-256. What cannot be
/// used or understood is skipped, as RFC 7517 5 wants it; InvalidValue when it is no set at all.
Result<JwkSet> parseJwkSet(std::string_view json);

/// The key that a token names, for the algorithm that it names. A token without a kid is taken only
/// when one key alone could be meant. Null: none, or nobody can tell which.
const Jwk *keyFor(const JwkSet &keys, const Jwt &jwt);

/// Whether the owner of `key` signed `input` so. False for every algorithm but the key's own.
/// `signature` is as JWS has it: for ES256 the 64 bytes r and s (RFC 7518 3.4).
bool verifySignature(std::string_view alg, const Jwk &key, std::string_view input,
                     std::string_view signature);

} // namespace tp::auth
