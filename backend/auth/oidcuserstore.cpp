// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcuserstore.h"

#include "backend/auth/userstore.h"
#include "backend/kernel/textfold.h"

namespace tp::auth {
namespace {

storage::Value emailOrNull(const std::string &email)
{
    return email.empty() ? storage::Value(std::nullopt) : storage::Value(email);
}

} // namespace

Result<std::optional<OidcUser>> OidcUserStore::find(storage::Session &session,
                                                    const OidcAccount &account)
{
    auto rows = session.query(
        "SELECT u.id, u.roles, u.active, u.signed_in_at, c.before_ms FROM users u "
        "LEFT JOIN token_cutoffs c ON c.user_id = u.id WHERE u.issuer = $1 AND u.subject = $2",
        {account.issuer, account.subject});
    std::optional<OidcUser> user;
    if (rows.next()) {
        user = OidcUser{UserId::parse(rows.text(0)).value_or(UserId()), rolesOf(rows.integer(1)),
                        rows.boolean(2), rows.integer(3), rows.integer(4)};
    }
    TP_CHECK(rows.finish());
    return user;
}

Result<bool> OidcUserStore::isEmailTaken(storage::UnitOfWork &work, const std::string &email)
{
    auto rows = work.query("SELECT 1 FROM users WHERE email = $1", {email});
    const bool isTaken = rows.next();
    TP_CHECK(rows.finish());
    return isTaken;
}

Result<bool> OidcUserStore::insert(storage::UnitOfWork &work, const OidcUser &user,
                                   const OidcAccount &account)
{
    TP_TRY(const qint64 rows,
           work.execute("INSERT INTO users (id, email, full_name, name_key, locale, roles, active, "
                        "issuer, subject, version, create_hash, created_at, updated_at, "
                        "signed_in_at) "
                        "VALUES ($1, $2, $3, $4, '', $5, 1, $6, $7, 1, '', $8, $8, $9) "
                        "ON CONFLICT DO NOTHING",
                        {user.id, emailOrNull(account.email), account.fullName,
                         folded(account.fullName), roleBits(user.roles), account.issuer,
                         account.subject, work.nowMs(), user.signedInAtMs}));
    return rows == 1;
}

Result<bool> OidcUserStore::noteSignIn(storage::UnitOfWork &work, const OidcUser &user)
{
    TP_TRY(const qint64 rows,
           work.execute("UPDATE users SET signed_in_at = $2 "
                        "WHERE id = $1 AND (signed_in_at IS NULL OR signed_in_at < $2)",
                        {user.id, user.signedInAtMs}));
    return rows == 1;
}

Result<void> OidcUserStore::setRoles(storage::UnitOfWork &work, const OidcUser &user)
{
    TP_CHECK(work.execute(
        "UPDATE users SET roles = $2, version = version + 1, updated_at = $3 WHERE id = $1",
        {user.id, roleBits(user.roles), work.nowMs()}));
    return {};
}

} // namespace tp::auth
