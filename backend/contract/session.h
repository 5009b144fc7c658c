// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// Who somebody is, as they see it themselves.
struct Profile
{
    UserId id;
    std::optional<QString> email; ///< None: signs in with a PIN or elsewhere.
    QString fullName;
    QList<Role> roles;
    QString locale; ///< BCP 47; empty: not chosen.
    Time createdAt;
    qint64 version = 0;

    static const Object<Profile> &object();
    friend bool operator==(const Profile &, const Profile &) = default;
};

/// The body of PUT /api/auth/profile.
struct ChangeProfile
{
    ReadOnlyMembers readOnly;
    Change<QString> fullName;
    Change<QString> locale;

    static const Object<ChangeProfile> &object();
    friend bool operator==(const ChangeProfile &, const ChangeProfile &) = default;
};

/// What every way of signing in gives.
struct Session
{
    QString accessToken;
    QString tokenType;                   ///< "Bearer".
    qint64 expiresIn = 0;                ///< Seconds that the access token is good for.
    std::optional<QString> refreshToken; ///< None: it went into a cookie.
    std::optional<Profile> user;         ///< None: it is a till's.

    /// The roles ask for a second factor that is not set up: until it is, nothing else is allowed.
    bool totpEnrolmentRequired = false;

    static const Object<Session> &object();
    friend bool operator==(const Session &, const Session &) = default;
};

/// GET /api/auth/validate.
struct ValidToken
{
    bool valid = true;
    QString userId;
    QList<Role> roles;
    QList<Permission> permissions;
    Time expiresAt;

    static const Object<ValidToken> &object();
    friend bool operator==(const ValidToken &, const ValidToken &) = default;
};

/// One of one's own sign-ins.
struct SessionInfo
{
    SessionId id;
    QString device;
    QString address;
    bool current = false; ///< The one that asks.
    Time createdAt;
    Time lastUsedAt;
    Time expiresAt;

    static const Object<SessionInfo> &object();
    friend bool operator==(const SessionInfo &, const SessionInfo &) = default;
};

} // namespace tp::contract
