// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/oidcsettings.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using auth::OidcIssuer;

/// The variables of a program for .NET, and those of everybody else.
struct Auth0Names
{
    const char *domain;
    const char *audience;
    const char *clientId;
    const char *roleClaim;
    const char *roles;
};
constexpr Auth0Names Auth0Spellings[] = {
    {"Auth0__Domain", "Auth0__Audience", "Auth0__ClientId", "Auth0__RoleClaim", "Auth0__Roles"},
    {"AUTH0_DOMAIN", "AUTH0_AUDIENCE", "AUTH0_CLIENT_ID", "AUTH0_ROLE_CLAIM", "AUTH0_ROLES"},
};

Error badVariable(const char *name, const QString &why)
{
    return {ErrorCode::InvalidValue, u"%1: %2"_s.arg(QLatin1StringView(name), why), {}};
}

Result<std::optional<OidcIssuer>> auth0Issuer(const Configuration &configuration,
                                              const Auth0Names &names)
{
    const auto valueOf = [&](const char *name) {
        return configuration.variable(QString::fromLatin1(name));
    };
    if (valueOf(names.domain).isEmpty() && valueOf(names.audience).isEmpty())
        return std::optional<OidcIssuer>();
    if (valueOf(names.domain).isEmpty())
        return badVariable(names.audience,
                           u"this needs %1 too"_s.arg(QLatin1StringView(names.domain)));
    if (valueOf(names.audience).isEmpty())
        return badVariable(names.domain,
                           u"this needs %1 too"_s.arg(QLatin1StringView(names.audience)));

    QString text;
    const auto add = [&](const char *key, const char *name) {
        const QString value = valueOf(name);
        if (!value.isEmpty())
            text += u"%1=\"%2\" "_s.arg(QLatin1StringView(key), value);
    };
    add("domain", names.domain);
    add("audience", names.audience);
    add("client_id", names.clientId);
    add("role_claim", names.roleClaim);
    add("roles", names.roles);
    auto issuer = OidcIssuer::parse(text);
    if (!issuer)
        return badVariable(names.domain, issuer.error().detail);
    return std::optional(std::move(issuer).value());
}

bool isThere(const std::vector<OidcIssuer> &issuers, const OidcIssuer &issuer)
{
    for (const OidcIssuer &one : issuers) {
        if (one.issuer == issuer.issuer)
            return true;
    }
    return false;
}

} // namespace

Result<std::vector<OidcIssuer>> oidcIssuersOf(const Configuration &configuration)
{
    std::vector<OidcIssuer> issuers;
    for (const QString &text : configuration.values(Option::Oidc)) {
        auto issuer = OidcIssuer::parse(text);
        if (!issuer)
            return configuration.refused(Option::Oidc, issuer.error().detail);
        if (isThere(issuers, *issuer))
            return configuration.refused(Option::Oidc, issuer->issuer + u" stands twice"_s);
        issuers.push_back(std::move(issuer).value());
    }
    for (const Auth0Names &names : Auth0Spellings) {
        TP_TRY(auto issuer, auth0Issuer(configuration, names));
        // What was said in our own words goes before.
        if (issuer && !isThere(issuers, *issuer))
            issuers.push_back(*std::move(issuer));
    }
    return issuers;
}

} // namespace tp::daemon
