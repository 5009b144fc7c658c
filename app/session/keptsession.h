// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::session {

/// The issuer whose sign-in is kept, as far as renewing it takes.
struct KeptIssuer
{
    QString tokenUrl;
    QString clientId;
    QString audience;

    static const contract::Object<KeptIssuer> &object();
    friend bool operator==(const KeptIssuer &, const KeptIssuer &) = default;
};

/// What a sign-in leaves in the keychain. The access token is not in it: it is old by the next
/// start.
struct KeptSession
{
    QString refreshToken;
    std::optional<KeptIssuer> issuer; ///< None: it is the shop's own.

    QByteArray toBytes() const;
    static std::optional<KeptSession> fromBytes(const QByteArray &bytes);

    static const contract::Object<KeptSession> &object();
    friend bool operator==(const KeptSession &, const KeptSession &) = default;
};

} // namespace tp::session
