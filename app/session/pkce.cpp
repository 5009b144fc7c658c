// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/pkce.h"

#include <QCryptographicHash>

#include <vector>

namespace tp::session {

namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray randomText(Random &random, int bytes)
{
    std::vector<quint8> chance(std::size_t(bytes), 0);
    random.fill(chance);
    return base64Url({reinterpret_cast<const char *>(chance.data()), bytes});
}

Pkce Pkce::make(Random &random)
{
    return of(randomText(random));
}

Pkce Pkce::of(const QByteArray &verifier)
{
    return {verifier, base64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256))};
}

} // namespace tp::session
