// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/tillsecret.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace tp::registers {

std::string tillSecretOf(const TillSecretBits &bits)
{
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(bits.data()),
                                               qsizetype(bits.size()));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        .toStdString();
}

std::string tillSecretHash(std::string_view secret)
{
    return QCryptographicHash::hash(QByteArrayView(secret.data(), qsizetype(secret.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

bool isTillSecret(std::string_view secret, std::string_view hash)
{
    const std::string sent = tillSecretHash(secret);
    if (sent.size() != hash.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < sent.size(); ++i)
        difference |= unsigned(quint8(sent[i])) ^ unsigned(quint8(hash[i]));
    return difference == 0;
}

} // namespace tp::registers
