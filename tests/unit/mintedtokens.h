// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/accesstoken.h"
#include "backend/auth/tokenauthenticator.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"

#include <QByteArray>

namespace tp::test {

/// A shop with one key, an authenticator that knows it, and tokens, honest and other ones.
class MintedTokens
{
public:
    MintedTokens();

    /// Somebody's, signed in now. Every one is another.
    auth::AccessClaims claims(std::initializer_list<Role> roles = {Role::Cashier});
    std::string token(const auth::AccessClaims &claims) const;
    std::string token() { return token(claims()); }

    /// What an honest token says, as JSON, to be spoilt and signed again.
    QByteArray header() const;
    QByteArray body();
    std::string signedText(const QByteArray &header, const QByteArray &body) const;

    /// Whether the authenticator takes it. One that it does not take is nobody's: Unauthorized.
    bool isGood(const std::string &token) const;
    Actor actorOf(const std::string &token) const;

    FakeClock clock;
    SeededRandom random{2026};
    auth::SigningKey key;
    auth::KeyHolder keys;
    auth::EndedTokens ended;
    auth::TokenAuthenticator authenticator{keys, ended, clock};
};

/// The name of the shop whose tokens these are.
inline constexpr char MintedShopId[] = "01900000-0000-7000-8000-00000000abcd";

/// JSON with another value for a member: a text of JSON, or empty to leave the member out.
QByteArray withMember(const QByteArray &object, const QByteArray &name, const QByteArray &value);

} // namespace tp::test
