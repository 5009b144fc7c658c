// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/passwordhash.h"

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace tp::auth {

Result<std::string> PasswordHash::of(const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0 ||
        crypto_pwhash_str_alg(hash.data(), bytes.constData(), quint64(bytes.size()), Passes,
                              MemoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::Unavailable, u"there is no memory to hash a password"_s, {}};
    return std::string(hash.data());
}

bool PasswordHash::fits(const std::string &hash, const QString &secret)
{
    const QByteArray bytes = secret.toUtf8();
    return sodium_init() >= 0 && hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(hash.c_str(), bytes.constData(), quint64(bytes.size())) == 0;
}

bool PasswordHash::isOutdated(const std::string &hash)
{
    return crypto_pwhash_str_needs_rehash(hash.c_str(), Passes, MemoryBytes) != 0;
}

const std::string &PasswordHash::ofNobody()
{
    static const std::string hash = [] {
        std::array<unsigned char, 32> secret{};
        randombytes_buf(secret.data(), secret.size());
        const auto made = of(QString::fromLatin1(
            QByteArray(reinterpret_cast<const char *>(secret.data()), qsizetype(secret.size()))
                .toHex()));
        return made ? *made : std::string();
    }();
    return hash;
}

} // namespace tp::auth
