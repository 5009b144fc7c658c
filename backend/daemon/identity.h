// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/endedtokens.h"
#include "backend/auth/keyholder.h"
#include "backend/auth/passwordrules.h"
#include "backend/auth/refusedtokenservice.h"
#include "backend/auth/sealer.h"
#include "backend/auth/setuproutes.h"
#include "backend/auth/signingkeyservice.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/tokenauthenticator.h"
#include "backend/auth/totpservice.h"
#include "backend/auth/userservice.h"
#include "backend/storage/database.h"

#include <QTimer>

#include <string>

namespace tp::http {
class Router;
}

namespace tp::daemon {

/// Everything by which people and tills show who they are, put together. It reads again and again
/// what other backends and the command line changed: keys and ended sessions. Lives on the main
/// thread; what it hands out may be asked from any.
class Identity
{
public:
    /// How often the database is asked what others ended.
    static constexpr int ReadEveryMs = 5'000;

    Identity(storage::Database &database, const auth::Sealer &sealer, const Clock &clock,
             Random &random);

    /// Keys where there are none, a set-up code where there is no admin, and a first reading.
    Result<void> prepare();

    void addRoutes(http::Router &router, auth::NameShop nameShop);
    auth::TokenAuthenticator &authenticator() { return m_authenticator; }
    auth::RefusedTokenService &refusedTokens() { return m_refusedTokens; }

    /// Whether a user's tokens that were made before a time are void. From any thread.
    std::function<bool(const QString &userId, qint64 bornMs)> isCutOff() const;

    /// For a register that another till claims.
    std::function<Result<void>(storage::UnitOfWork &, TillId)> endSessionsOfTill();

    /// Empty where the shop has an admin.
    const std::string &setupCode() const { return m_setupCode; }

    void start();
    void stop(); ///< Before the database closes.

private:
    void readAgain();

    storage::Database &m_database;
    const Clock &m_clock;
    Random &m_random;
    auth::KeyHolder m_keys;
    auth::EndedTokens m_ended;
    auth::PasswordRules m_passwordRules;
    auth::SigningKeyService m_keyService;
    auth::SignInService m_signIn;
    auth::TotpService m_totp;
    auth::UserService m_users;
    auth::TokenAuthenticator m_authenticator;
    auth::RefusedTokenService m_refusedTokens;
    std::string m_setupCode;
    QTimer m_timer;
};

/// The 10,000 most used, from the resources.
auth::PasswordRules passwordRules();

} // namespace tp::daemon
