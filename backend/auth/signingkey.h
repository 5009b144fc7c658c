// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::auth {

/// A pair of Ed25519 (RFC 8032) that tokens are signed with and checked by.
struct SigningKey
{
    static constexpr std::size_t PublicBytes = 32;
    static constexpr std::size_t SeedBytes = 32;

    std::string kid;
    std::array<unsigned char, PublicBytes> publicKey{};
    std::array<unsigned char, SeedBytes + PublicBytes> secretKey{};
    qint64 activeFromMs = 0;           ///< Signs from here on, if it is the youngest that does.
    std::optional<qint64> retiredAtMs; ///< Checks no longer.

    static SigningKey make(Random &random);
    static SigningKey fromSeed(std::string_view seed);
    std::string seed() const;

    std::string sign(std::string_view text) const;
    bool verifies(std::string_view text, std::string_view signature) const;
};

/// The keys of a shop at one moment. Immutable; any thread may use it.
class KeyRing
{
public:
    KeyRing() = default;
    KeyRing(std::string shopId, std::vector<SigningKey> keys);

    bool isEmpty() const { return m_keys.empty(); }

    /// `iss` of our tokens.
    const std::string &issuer() const { return m_issuer; }

    /// The youngest that is active; null before there is one.
    const SigningKey *signing(qint64 nowMs) const;

    /// Null for a key that is not ours or that was retired.
    const SigningKey *find(std::string_view kid, qint64 nowMs) const;

    /// What others check our tokens by (RFC 7517, RFC 8037), as JSON.
    std::string jwks(qint64 nowMs) const;

private:
    std::string m_issuer;
    std::vector<SigningKey> m_keys; ///< The youngest first.
};

} // namespace tp::auth
