// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/secrettext.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <array>

namespace tp {

std::string newSecret(Random &random)
{
    std::array<quint8, 32> bytes{};
    random.fill(bytes);
    return QByteArray::fromRawData(reinterpret_cast<const char *>(bytes.data()),
                                   qsizetype(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::string secretHash(std::string_view secret)
{
    return QCryptographicHash::hash(QByteArrayView(secret.data(), qsizetype(secret.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

bool isSameSecret(std::string_view one, std::string_view other)
{
    if (one.size() != other.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        difference |= unsigned(quint8(one[i])) ^ unsigned(quint8(other[i]));
    return difference == 0;
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

} // namespace tp
