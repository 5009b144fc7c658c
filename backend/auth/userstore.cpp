// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userstore.h"

#include "backend/kernel/textfold.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

// One literal for both look-ups: a column that matches a null says nothing.
// clang-format off
#define TP_SELECT_USER                                                                             \
    "SELECT id, email, full_name, locale, roles, active, password_hash, pin_hash, pin_failures, "  \
    "pin_failed_at, totp_sealed, totp_confirmed, totp_last_step, issuer, version FROM users "      \
    "WHERE id = $1 OR email = $2"
// clang-format on
constexpr std::string_view SelectUser = TP_SELECT_USER;
/// SQLite has one writer and no row locks; its parser does not know the words either.
constexpr std::string_view LockUserPostgres = TP_SELECT_USER " FOR UPDATE";
#undef TP_SELECT_USER

std::string_view selectToChange(const storage::Session &session)
{
    return session.dialect() == storage::Dialect::Postgres ? LockUserPostgres : SelectUser;
}

QString textAt(const storage::Rows &row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

template <typename T>
std::optional<T> optionalAt(const storage::Rows &row, int column, const T &value)
{
    return row.isNull(column) ? std::nullopt : std::optional<T>(value);
}

Result<std::optional<User>> userIn(storage::Rows rows)
{
    std::optional<User> found;
    if (rows.next()) {
        User user;
        user.id = UserId::parse(rows.text(0)).value_or(UserId());
        user.email = optionalAt(rows, 1, textAt(rows, 1));
        user.fullName = textAt(rows, 2);
        user.locale = textAt(rows, 3);
        user.roles = rolesOf(rows.integer(4));
        user.isActive = rows.boolean(5);
        user.passwordHash = optionalAt(rows, 6, std::string(rows.text(6)));
        user.pinHash = optionalAt(rows, 7, std::string(rows.text(7)));
        user.pinLock = {int(rows.integer(8)), rows.integer(9)};
        user.totpSealed = optionalAt(rows, 10, std::string(rows.text(10)));
        user.hasTotp = rows.boolean(11);
        user.totpLastStep = rows.integer(12);
        user.issuer = optionalAt(rows, 13, textAt(rows, 13));
        user.version = rows.integer(14);
        found = std::move(user);
    }
    TP_CHECK(rows.finish());
    return found;
}

Error emailTaken(const Error &error)
{
    if (storage::constraintOf(error) == "users.email")
        return {ErrorCode::EmailTaken, u"another account has this e-mail"_s, {}};
    return error;
}

} // namespace

int roleBits(const Roles &roles)
{
    return int(roles.to_ulong());
}

Roles rolesOf(qint64 bits)
{
    return Roles(quint64(bits));
}

Result<std::optional<User>> UserStore::find(storage::Session &session, UserId id)
{
    return userIn(session.query(SelectUser, {id, std::nullopt}));
}

Result<std::optional<User>> UserStore::findByEmail(storage::Session &session,
                                                   const QString &emailKey)
{
    return userIn(session.query(SelectUser, {std::nullopt, emailKey}));
}

Result<std::optional<User>> UserStore::findToChange(storage::UnitOfWork &work, UserId id)
{
    return userIn(work.query(selectToChange(work), {id, std::nullopt}));
}

Result<std::optional<User>> UserStore::findByEmailToChange(storage::UnitOfWork &work,
                                                           const QString &emailKey)
{
    return userIn(work.query(selectToChange(work), {std::nullopt, emailKey}));
}

Result<std::optional<std::string>> UserStore::createHashOf(storage::Session &session, UserId id)
{
    auto rows = session.query("SELECT create_hash FROM users WHERE id = $1", {id});
    std::optional<std::string> hash;
    if (rows.next())
        hash = std::string(rows.text(0));
    TP_CHECK(rows.finish());
    return hash;
}

Result<void> UserStore::insert(storage::UnitOfWork &work, const User &user,
                               const std::string &createHash)
{
    const auto inserted = work.execute(
        "INSERT INTO users (id, email, full_name, name_key, locale, roles, active, password_hash, "
        "pin_hash, version, create_hash, created_at, updated_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $11, $11)",
        {user.id, user.email, user.fullName, folded(user.fullName), user.locale,
         roleBits(user.roles), user.isActive, user.passwordHash, user.pinHash, createHash,
         work.nowMs()});
    return inserted ? Result<void>() : emailTaken(inserted.error());
}

Result<void> UserStore::update(storage::UnitOfWork &work, const User &user)
{
    const auto updated = work.execute(
        "UPDATE users SET email = $2, full_name = $3, name_key = $4, locale = $5, roles = $6, "
        "active = $7, password_hash = $8, pin_hash = $9, pin_failures = $10, pin_failed_at = $11, "
        "version = version + 1, updated_at = $12 WHERE id = $1",
        {user.id, user.email, user.fullName, folded(user.fullName), user.locale,
         roleBits(user.roles), user.isActive, user.passwordHash, user.pinHash,
         user.pinLock.failures, user.pinLock.lastFailureMs, work.nowMs()});
    return updated ? Result<void>() : emailTaken(updated.error());
}

Result<void> UserStore::setPasswordHash(storage::UnitOfWork &work, UserId id,
                                        const std::string &hash)
{
    TP_CHECK(work.execute("UPDATE users SET password_hash = $2 WHERE id = $1", {id, hash}));
    return {};
}

Result<void> UserStore::setPinLock(storage::UnitOfWork &work, UserId id, const PinLock &lock)
{
    TP_CHECK(work.execute("UPDATE users SET pin_failures = $2, pin_failed_at = $3 WHERE id = $1",
                          {id, lock.failures, lock.lastFailureMs}));
    return {};
}

Result<void> UserStore::setTotp(storage::UnitOfWork &work, const User &user)
{
    TP_CHECK(work.execute("UPDATE users SET totp_sealed = $2, totp_confirmed = $3, "
                          "totp_last_step = $4 WHERE id = $1",
                          {user.id, user.totpSealed, user.hasTotp, user.totpLastStep}));
    return {};
}

Result<void> UserStore::noteSignIn(storage::UnitOfWork &work, UserId id)
{
    TP_CHECK(work.execute("UPDATE users SET signed_in_at = $2 WHERE id = $1", {id, work.nowMs()}));
    return {};
}

Result<void> UserStore::replaceRecoveryCodes(storage::UnitOfWork &work, UserId id,
                                             const std::vector<std::string> &hashes)
{
    TP_CHECK(work.execute("DELETE FROM recovery_codes WHERE user_id = $1", {id}));
    for (const std::string &hash : hashes) {
        TP_CHECK(
            work.execute("INSERT INTO recovery_codes (user_id, hash) VALUES ($1, $2)", {id, hash}));
    }
    return {};
}

Result<bool> UserStore::useRecoveryCode(storage::UnitOfWork &work, UserId id, std::string_view hash)
{
    TP_TRY(const qint64 used, work.execute("UPDATE recovery_codes SET used_at = $3 WHERE "
                                           "user_id = $1 AND hash = $2 AND used_at IS NULL",
                                           {id, hash, work.nowMs()}));
    return used == 1;
}

Result<qint64> UserStore::activeAdmins(storage::Session &session)
{
    auto rows = session.query("SELECT COUNT(*) FROM users WHERE active = 1 AND roles >= 16");
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    TP_CHECK(rows.finish());
    return count;
}

} // namespace tp::auth
