// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/userbodyroutes.h"

#include "backend/auth/emailtext.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/passwordrules.h"
#include "backend/kernel/fielderrors.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

std::optional<QString> emailIn(const std::optional<QString> &typed, FieldErrors &complaints)
{
    if (!typed)
        return std::nullopt;
    const auto email = checkedEmail(*typed, u"/email"_s);
    if (email)
        return *email;
    complaints.add(Result<void>(email.error()));
    return std::nullopt;
}

Result<std::optional<std::string>> hashOf(const std::optional<QString> &secret)
{
    if (!secret)
        return std::optional<std::string>();
    TP_TRY(std::string hash, PasswordHash::of(*secret));
    return std::optional(std::move(hash));
}

/// A false that is the only thing one may say.
void checkOnlyFalse(const contract::Change<bool> &change, const QString &pointer,
                    FieldErrors &complaints)
{
    if (change && *change.to)
        complaints.add(pointer, ErrorCode::ReadOnly, u"this can only be set to false"_s);
}

} // namespace

Result<CheckedUser> checkedUser(const PasswordRules &rules, const contract::NewUser &body)
{
    FieldErrors complaints;
    CheckedUser user;
    user.details.id = body.id;
    user.details.email = emailIn(body.email, complaints);
    user.details.fullName = body.fullName;
    user.details.locale = body.locale;
    user.details.roles = roleSetOf(body.roles);
    user.password = body.password;
    user.pin = body.pin;
    if (body.roles.isEmpty())
        complaints.add(u"/roles"_s, ErrorCode::TooShort, u"a user has a role"_s);
    if (body.password) {
        complaints.add(
            rules.check(*body.password, user.details.email.value_or(QString()), u"/password"_s));
        if (!body.email)
            complaints.add(u"/email"_s, ErrorCode::Required, u"a password needs an e-mail"_s);
    }
    if (body.pin)
        complaints.add(checkPin(*body.pin, u"/pin"_s));
    TP_CHECK(complaints.result());
    return user;
}

Result<HashedUser> hashedUser(const http::Call &, const CheckedUser &checked)
{
    HashedUser user{checked.details};
    TP_TRY(user.details.passwordHash, hashOf(checked.password));
    TP_TRY(user.details.pinHash, hashOf(checked.pin));
    return user;
}

Result<CheckedUserChange> checkedUserChange(const PasswordRules &rules, const User &before,
                                            const contract::ChangeUser &body)
{
    FieldErrors complaints;
    CheckedUserChange checked;
    checked.readOnly = body.readOnly;
    if (body.email)
        checked.change.email = emailIn(*body.email.to, complaints);
    const std::optional<QString> email = checked.change.email.value_or(before.email);
    checked.change.fullName = body.fullName.to;
    checked.change.locale = body.locale.to;
    if (body.roles) {
        checked.change.roles = roleSetOf(*body.roles.to);
        if (body.roles.to->isEmpty())
            complaints.add(u"/roles"_s, ErrorCode::TooShort, u"a user has a role"_s);
    }
    checked.change.isActive = body.active.to;
    if (body.password) {
        checked.password = body.password.to;
        complaints.add(rules.check(*body.password.to, email.value_or(QString()), u"/password"_s));
        if (!email)
            complaints.add(u"/email"_s, ErrorCode::Required, u"a password needs an e-mail"_s);
    }
    checked.pin = body.pin.to;
    if (checked.pin && *checked.pin)
        complaints.add(checkPin(**checked.pin, u"/pin"_s));
    // What is true and sent back as it is changes nothing.
    if (!before.pinLock.isLocked())
        checkOnlyFalse(body.pinLocked, u"/pin_locked"_s, complaints);
    if (!before.hasTotp)
        checkOnlyFalse(body.totp, u"/totp"_s, complaints);
    checked.change.unlockPin = body.pinLocked && !*body.pinLocked.to && before.pinLock.failures > 0;
    checked.change.dropTotp = body.totp && !*body.totp.to && before.hasTotp;
    TP_CHECK(complaints.result());
    return checked;
}

Result<HashedUserChange> hashedUserChange(const http::Call &, const CheckedUserChange &checked)
{
    HashedUserChange hashed{checked.change, checked.readOnly};
    TP_TRY(hashed.change.passwordHash, hashOf(checked.password));
    if (checked.pin) {
        TP_TRY(hashed.change.pinHash, hashOf(*checked.pin));
    }
    return hashed;
}

} // namespace tp::auth
