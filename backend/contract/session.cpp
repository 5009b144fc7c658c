// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/session.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/peoplefields.h"

namespace tp::contract {

const Object<Profile> &Profile::object()
{
    static const auto object =
        Object<Profile>(Use::Answer, "Profile", "Who somebody is")
            .required("id", &Profile::id, "Their id")
            .asReadOnly()
            .nullable("email", &Profile::email, Text::any(), EmailMeans)
            .asReadOnly()
            .required("full_name", &Profile::fullName, Text::any(), FullNameMeans)
            .required("roles", &Profile::roles, ListOf{OneOf<Role>{}, 0}, RolesMeans)
            .asReadOnly()
            .required("locale", &Profile::locale, Text::any(), LocaleMeans)
            .required("created_at", &Profile::createdAt, "When the account was made")
            .asReadOnly()
            .required("version", &Profile::version, versionRule(), VersionMeans)
            .asReadOnly();
    return object;
}

const Object<ChangeProfile> &ChangeProfile::object()
{
    static const auto object =
        Object<ChangeProfile>(Use::Request, "ChangeProfile", "What of oneself is to change")
            .readOnly("id", &ChangeProfile::readOnly, UnchangedMeans)
            .readOnly("email", &ChangeProfile::readOnly, UnchangedMeans)
            .optional("full_name", &ChangeProfile::fullName, FullNameText, FullNameMeans)
            .readOnly("roles", &ChangeProfile::readOnly, UnchangedMeans)
            .optional("locale", &ChangeProfile::locale, LocaleText, LocaleMeans)
            .readOnly("created_at", &ChangeProfile::readOnly, UnchangedMeans)
            .readOnly("version", &ChangeProfile::readOnly, UnchangedMeans);
    return object;
}

const Object<Session> &Session::object()
{
    static const auto object =
        Object<Session>(Use::Answer, "Session", "A sign-in")
            .required("access_token", &Session::accessToken, Text::any(),
                      "Sent as Authorization: Bearer; a JWT (EdDSA)")
            .required("token_type", &Session::tokenType, Text::any(), "Bearer")
            .required("expires_in", &Session::expiresIn, Integer{1, VersionMax},
                      "Seconds that the access token is good for")
            .nullable("refresh_token", &Session::refreshToken, Text::any(),
                      "Good once, for the next session; null where it went into a cookie")
            .nullable("user", &Session::user, "Whose it is; null: a till's")
            .required("totp_enrolment_required", &Session::totpEnrolmentRequired,
                      "Until a second factor is set up, nothing else is allowed");
    return object;
}

const Object<ValidToken> &ValidToken::object()
{
    static const auto object =
        Object<ValidToken>(Use::Answer, "ValidToken", "What a token is good for")
            .required("valid", &ValidToken::valid, "True: else the answer is 401")
            .required("user_id", &ValidToken::userId, Text::any(), "Whose it is: a user or till")
            .required("roles", &ValidToken::roles, ListOf{OneOf<Role>{}, 0}, RolesMeans)
            .required("permissions", &ValidToken::permissions, ListOf{OneOf<Permission>{}, 0},
                      "What the roles permit, some of it within limits")
            .required("expires_at", &ValidToken::expiresAt, "When the token ends");
    return object;
}

const Object<SessionInfo> &SessionInfo::object()
{
    static const auto object =
        Object<SessionInfo>(Use::Answer, "SessionInfo", "A device that is signed in")
            .required("id", &SessionInfo::id, "Its id, to end it by")
            .required("device", &SessionInfo::device, Text::any(), "What the device calls itself")
            .required("address", &SessionInfo::address, Text::any(), "Where it signed in from")
            .required("current", &SessionInfo::current, "Whether it is the one that asks")
            .required("created_at", &SessionInfo::createdAt, "When it signed in")
            .required("last_used_at", &SessionInfo::lastUsedAt, "When its token was last renewed")
            .required("expires_at", &SessionInfo::expiresAt, "When it ends if it is not used");
    return object;
}

} // namespace tp::contract
