// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

// The bodies of /api/auth. `device` is what the list of one's sessions calls this sign-in.

struct Registration
{
    QString email;
    QString password;
    QString fullName;
    QString device;

    static const Object<Registration> &object();
};

struct Login
{
    QString email;
    QString password;
    std::optional<QString> totp; ///< A code of the second factor, or a recovery code.
    QString device;

    static const Object<Login> &object();
};

struct PinSignIn
{
    RegisterId registerId;
    UserId userId;
    QString pin;

    static const Object<PinSignIn> &object();
};

struct TillSignIn
{
    TillId tillId;
    QString secret;

    static const Object<TillSignIn> &object();
};

struct Refresh
{
    std::optional<QString> refreshToken; ///< None: it is in the cookie.

    static const Object<Refresh> &object();
};

struct PasswordChange
{
    QString currentPassword;
    QString newPassword;

    static const Object<PasswordChange> &object();
};

/// A second factor that is being set up; confirm it with a code.
struct TotpEnrolment
{
    QString secret;     ///< Base32 (RFC 4648).
    QString otpauthUrl; ///< For a QR code.

    static const Object<TotpEnrolment> &object();
};

struct TotpCode
{
    QString code;

    static const Object<TotpCode> &object();
};

/// Shown once, good once each.
struct RecoveryCodes
{
    QList<QString> recoveryCodes;

    static const Object<RecoveryCodes> &object();
};

/// The shop as its first admin names it.
struct NewShop
{
    QString name;
    std::optional<QString> currency; ///< ISO 4217; as it is, when left out.
    QString address;
    QString taxId;

    static const Object<NewShop> &object();
};

/// The body of POST /api/setup.
struct Setup
{
    QString code;
    QString email;
    QString password;
    QString fullName;
    std::optional<NewShop> shop;
    QString device;

    static const Object<Setup> &object();
};

/// One issuer of OpenID Connect that this shop trusts, as a client needs it to sign in there.
struct IdentityIssuer
{
    QString issuer;
    QString clientId; ///< Of public clients; empty: no client of ours is registered there.
    QString audience;
    QString name; ///< For a button.

    static const Object<IdentityIssuer> &object();
};

/// GET /api/auth/issuers.
struct IdentityIssuers
{
    QList<IdentityIssuer> items;

    static const Object<IdentityIssuers> &object();
};

} // namespace tp::contract
