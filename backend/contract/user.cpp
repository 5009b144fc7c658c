// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/user.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/peoplefields.h"

namespace tp::contract {
namespace {

constexpr ListOf<OneOf<Role>> RoleList{OneOf<Role>{}, int(Role::Count), true};
constexpr char PinMeans[] = "4 to 8 digits, for tills";
constexpr char MaySignInMeans[] = "False: may not sign in";
constexpr char PinLockedMeans[] = "After ten wrong tries; set it to false to unlock";
constexpr char TotpMeans[] = "Whether a second factor is on; set it to false to take it away";

} // namespace

const Object<User> &User::object()
{
    static const auto object =
        Object<User>(Use::Answer, "User", "Somebody who may sign in")
            .required("id", &User::id, "Their id")
            .asReadOnly()
            .nullable("email", &User::email, Text::any(), EmailMeans)
            .required("full_name", &User::fullName, Text::any(), FullNameMeans)
            .required("locale", &User::locale, Text::any(), LocaleMeans)
            .required("roles", &User::roles, ListOf{OneOf<Role>{}, 0}, RolesMeans)
            .required("active", &User::active, MaySignInMeans)
            .required("has_password", &User::hasPassword, "Whether there is a password")
            .asReadOnly()
            .required("has_pin", &User::hasPin, "Whether there is a PIN")
            .asReadOnly()
            .required("pin_locked", &User::pinLocked, PinLockedMeans)
            .required("totp", &User::totp, TotpMeans)
            .nullable("issuer", &User::issuer, Text::any(),
                      "Whose account it is, where they sign in elsewhere")
            .asReadOnly()
            .required("version", &User::version, versionRule(), VersionMeans)
            .asReadOnly()
            .required("created_at", &User::createdAt, "When it was created")
            .asReadOnly()
            .required("updated_at", &User::updatedAt, "When it was changed last")
            .asReadOnly()
            .nullable("signed_in_at", &User::signedInAt, "When they signed in last")
            .asReadOnly();
    return object;
}

const Object<NewUser> &NewUser::object()
{
    static const auto object =
        Object<NewUser>(Use::Request, "NewUser", "Somebody to let in")
            .optional("id", &NewUser::id, ChosenIdMeans)
            .nullable("email", &NewUser::email, EmailText, EmailMeans)
            .optional("full_name", &NewUser::fullName, FullNameText, FullNameMeans)
            .optional("locale", &NewUser::locale, LocaleText, LocaleMeans)
            .required("roles", &NewUser::roles, RoleList, RolesMeans)
            .optional("password", &NewUser::password, NewPasswordText, NewPasswordMeans)
            .optional("pin", &NewUser::pin, PinText, PinMeans);
    return object;
}

const Object<ChangeUser> &ChangeUser::object()
{
    using Change = ChangeUser;
    static const auto object =
        Object<Change>(Use::Request, "ChangeUser", "What of a user is to change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .optional("email", &Change::email, EmailText, EmailMeans)
            .optional("full_name", &Change::fullName, FullNameText, FullNameMeans)
            .optional("locale", &Change::locale, LocaleText, LocaleMeans)
            .optional("roles", &Change::roles, RoleList, RolesMeans)
            .optional("active", &Change::active, MaySignInMeans)
            .readOnly("has_password", &Change::readOnly, UnchangedMeans)
            .optional("password", &Change::password, NewPasswordText, NewPasswordMeans)
            .readOnly("has_pin", &Change::readOnly, UnchangedMeans)
            .optional("pin", &Change::pin, PinText, PinMeans)
            .optional("pin_locked", &Change::pinLocked, PinLockedMeans)
            .optional("totp", &Change::totp, TotpMeans)
            .readOnly("issuer", &Change::readOnly, UnchangedMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans)
            .readOnly("created_at", &Change::readOnly, UnchangedMeans)
            .readOnly("updated_at", &Change::readOnly, UnchangedMeans)
            .readOnly("signed_in_at", &Change::readOnly, UnchangedMeans);
    return object;
}

} // namespace tp::contract
