// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/secrettext.h"

#include "backend/auth/base64url.h"

#include <QCryptographicHash>

#include <array>

namespace tp::auth {

std::string newSecret(Random &random)
{
    std::array<quint8, 32> bytes{};
    random.fill(bytes);
    return encodeBase64Url({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
}

std::string secretHash(std::string_view secret)
{
    return QCryptographicHash::hash(QByteArrayView(secret.data(), qsizetype(secret.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string newTypedCode(Random &random)
{
    static constexpr char Alphabet[] = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    static_assert(sizeof(Alphabet) == 32);
    std::string code;
    while (code.size() < 14) {
        quint8 byte = 0;
        random.fill({&byte, 1});
        if ((byte & 31) == 31)
            continue; // The alphabet has 31 letters.
        if (code.size() == 4 || code.size() == 9)
            code += '-';
        code += Alphabet[byte & 31];
    }
    return code;
}

std::string typedCodeKey(std::string_view typed)
{
    std::string key;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        key += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
    }
    return key;
}

} // namespace tp::auth
