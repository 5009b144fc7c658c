// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signingkey.h"

#include "backend/auth/base64url.h"
#include "backend/kernel/secrettext.h"

#include <sodium.h>

#include <algorithm>
#include <span>

namespace tp::auth {
namespace {

const unsigned char *bytesIn(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string_view viewOf(std::span<const unsigned char> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

} // namespace

SigningKey SigningKey::make(Random &random)
{
    std::array<quint8, SeedBytes> bytes{};
    random.fill(bytes);
    SigningKey key = fromSeed(viewOf(bytes));
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

SigningKey SigningKey::fromSeed(std::string_view seed)
{
    SigningKey key;
    crypto_sign_seed_keypair(key.publicKey.data(), key.secretKey.data(), bytesIn(seed));
    // RFC 7638 would hash the JWK; any name that follows the key will do.
    key.kid = secretHash(viewOf(key.publicKey)).substr(0, 16);
    return key;
}

std::string SigningKey::seed() const
{
    return std::string(viewOf(std::span(secretKey).first<SeedBytes>()));
}

std::string SigningKey::sign(std::string_view text) const
{
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, bytesIn(text), text.size(), secretKey.data());
    return std::string(viewOf(signature));
}

bool SigningKey::verifies(std::string_view text, std::string_view signature) const
{
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(bytesIn(signature), bytesIn(text), text.size(),
                                       publicKey.data()) == 0;
}

KeyRing::KeyRing(std::string shopId, std::vector<SigningKey> keys)
    : m_issuer("urn:uuid:" + std::move(shopId))
    , m_keys(std::move(keys))
{
    std::sort(m_keys.begin(), m_keys.end(), [](const SigningKey &a, const SigningKey &b) {
        return a.activeFromMs > b.activeFromMs;
    });
}

const SigningKey *KeyRing::signing(qint64 nowMs) const
{
    const auto found = std::find_if(m_keys.begin(), m_keys.end(), [nowMs](const SigningKey &key) {
        return key.activeFromMs <= nowMs && (!key.retiredAtMs || *key.retiredAtMs > nowMs);
    });
    return found != m_keys.end() ? &*found : nullptr;
}

const SigningKey *KeyRing::find(std::string_view kid, qint64 nowMs) const
{
    for (const SigningKey &key : m_keys) {
        if (key.kid == kid)
            return key.retiredAtMs && *key.retiredAtMs <= nowMs ? nullptr : &key;
    }
    return nullptr;
}

std::string KeyRing::jwks(qint64 nowMs) const
{
    std::string json = R"({"keys":[)";
    for (const SigningKey &key : m_keys) {
        if (!find(key.kid, nowMs))
            continue;
        if (json.back() == '}')
            json += ',';
        json += R"({"kty":"OKP","crv":"Ed25519","use":"sig","alg":"EdDSA","kid":")" + key.kid +
                R"(","x":")" + encodeBase64Url(viewOf(key.publicKey)) + "\"}";
    }
    return json + "]}";
}

} // namespace tp::auth
