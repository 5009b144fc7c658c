// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/tokendigest.h"

#include <openssl/sha.h>

namespace tp::auth {

std::string tokenDigest(std::string_view token)
{
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char *>(token.data()), token.size(),
           reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

} // namespace tp::auth
