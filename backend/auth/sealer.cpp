// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/sealer.h"

#include "backend/auth/base64url.h"

#include <sodium.h>

namespace tp::auth {
namespace {

constexpr std::size_t NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(Sealer::KeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

} // namespace

std::string Sealer::seal(std::string_view secret, std::string_view what, Random &random) const
{
    std::string sealed(NonceBytes + secret.size() + TagBytes, '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(sealed.data());
    random.fill({bytes, NonceBytes});
    unsigned long long length = 0;
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + NonceBytes, &length, bytesOf(secret),
                                               secret.size(), bytesOf(what), what.size(), nullptr,
                                               bytes, m_key.data());
    return encodeBase64Url(sealed);
}

std::optional<std::string> Sealer::open(std::string_view sealed, std::string_view what) const
{
    const auto decoded = decodeBase64Url(sealed);
    if (!decoded || decoded->size() < NonceBytes + TagBytes)
        return std::nullopt;
    const unsigned char *bytes = bytesOf(*decoded);
    std::string secret(decoded->size() - NonceBytes - TagBytes, '\0');
    unsigned long long length = 0;
    const int opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char *>(secret.data()), &length, nullptr, bytes + NonceBytes,
        decoded->size() - NonceBytes, bytesOf(what), what.size(), bytes, m_key.data());
    return opened == 0 ? std::optional(std::move(secret)) : std::nullopt;
}

std::string Sealer::keyFor(std::string_view purpose) const
{
    std::string key(KeyBytes, '\0');
    crypto_generichash(reinterpret_cast<unsigned char *>(key.data()), key.size(), bytesOf(purpose),
                       purpose.size(), m_key.data(), m_key.size());
    return key;
}

} // namespace tp::auth
