// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcissuer.h"

#include "backend/auth/oidcdiscovery.h"
#include "backend/kernel/role.h"

#include <QStringList>

#include <map>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using contract::JsonValue;

constexpr int SettingMax = 1000;

Error badIssuer(const QString &why)
{
    return {ErrorCode::InvalidValue, why, {}};
}

/// Words parted by spaces, of which double quotes make one.
Result<QStringList> wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool isQuoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c.isSpace() && !isQuoted) {
            if (!word.isEmpty())
                words.append(word);
            word.clear();
        } else if (c.isPrint()) {
            word += c;
        } else {
            return badIssuer(u"this has characters that cannot be seen"_s);
        }
    }
    if (isQuoted)
        return badIssuer(u"a quote is not closed"_s);
    if (!word.isEmpty())
        words.append(word);
    return words;
}

struct IssuerSettings
{
    std::map<QString, QString> values;

    QString take(const QString &key)
    {
        const auto found = values.find(key);
        if (found == values.end())
            return {};
        QString value = found->second;
        values.erase(found);
        return value;
    }
};

Result<IssuerSettings> settingsOf(const QString &text)
{
    IssuerSettings settings;
    TP_TRY(const QStringList words, wordsOf(text));
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        const QString value = word.sliced(equals + 1);
        if (equals < 1 || value.isEmpty()) {
            return badIssuer(u"%1 is not KEY=VALUE (roles are parted by |, a value with spaces "
                             "stands in double quotes)"_s.arg(word.left(40)));
        }
        if (value.size() > SettingMax)
            return badIssuer(u"%1 is too long"_s.arg(word.first(equals)));
        if (!settings.values.emplace(word.first(equals), value).second)
            return badIssuer(u"%1 stands twice"_s.arg(word.first(equals)));
    }
    return settings;
}

/// Auth0 names its tenants so, and calls itself by the address with a slash.
Result<QString> issuerOfDomain(const QString &domain)
{
    const QString prefix = u"https://"_s;
    QString host = domain.startsWith(prefix) ? domain.sliced(prefix.size()) : domain;
    if (host.endsWith(u'/'))
        host.chop(1);
    if (host.isEmpty() || host.contains(u'/'))
        return badIssuer(u"domain is a name such as shop.eu.auth0.com"_s);
    return prefix + host + u'/';
}

Result<void> checkIssuerUrl(const QString &issuer)
{
    const QUrl url(issuer, QUrl::StrictMode);
    if (!isSafeUrl(url))
        return badIssuer(u"issuer is an https address (http for this machine alone)"_s);
    if (url.hasQuery() || url.hasFragment())
        return badIssuer(u"issuer is an address without ? and #"_s);
    return {};
}

Result<std::pair<std::string, Role>> roleNameOf(const QString &pair)
{
    const qsizetype colon = pair.lastIndexOf(u':');
    const auto role = roleNamed(pair.sliced(colon + 1).toStdString());
    if (colon < 1 || !role) {
        return badIssuer(u"roles are written THEIRS:OURS, ours being customer, cashier, vendor, "
                         "manager or admin; %1 is not"_s.arg(pair.left(40)));
    }
    return std::pair(pair.first(colon).toStdString(), *role);
}

Result<void> readRoles(const QString &text, OidcIssuer &issuer)
{
    if (text.isEmpty())
        return {};
    if (!issuer.decidesRoles())
        return badIssuer(u"roles needs role_claim too"_s);
    QString one = text;
    for (const QString &pair : one.replace(u',', u'|').split(u'|', Qt::SkipEmptyParts)) {
        TP_TRY(auto name, roleNameOf(pair));
        issuer.roleNames.push_back(std::move(name));
    }
    return {};
}

/// A member by its whole name, or else step by step: names may be addresses, with dots in them.
const JsonValue *claimAt(const JsonValue &claims, std::string_view path)
{
    if (const JsonValue *member = claims.find(path))
        return member;
    const JsonValue *at = &claims;
    for (std::size_t begin = 0; at && begin <= path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        at = at->type == JsonValue::Type::Object ? at->find(path.substr(begin, end - begin))
                                                 : nullptr;
        begin = end + 1;
    }
    return at;
}

/// The names that a claim holds: of a list each, of a text the whole and its words.
std::vector<std::string> namesIn(const JsonValue *claim)
{
    std::vector<std::string> names;
    if (!claim)
        return names;
    for (const JsonValue &item : claim->items) {
        if (item.type == JsonValue::Type::String)
            names.push_back(item.text);
    }
    if (claim->type == JsonValue::Type::String) {
        names.push_back(claim->text);
        for (std::size_t begin = 0; begin < claim->text.size();) {
            const std::size_t end = std::min(claim->text.find(' ', begin), claim->text.size());
            names.push_back(claim->text.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return names;
}

/// What a name of theirs is here; our own names mean themselves, when no other was given.
Roles rolesNamed(const std::string &theirs, const OidcIssuer &issuer)
{
    Roles roles;
    for (const auto &[name, role] : issuer.roleNames) {
        if (name == theirs)
            roles.set(std::size_t(role));
    }
    const auto same = roleNamed(theirs);
    if (same && issuer.roleNames.empty())
        roles.set(std::size_t(*same));
    return roles;
}

} // namespace

Result<OidcIssuer> OidcIssuer::parse(const QString &text)
{
    TP_TRY(IssuerSettings settings, settingsOf(text));
    OidcIssuer issuer;
    const QString domain = settings.take(u"domain"_s);
    issuer.issuer = settings.take(u"issuer"_s);
    if (issuer.issuer.isEmpty() == domain.isEmpty())
        return badIssuer(u"this needs issuer or domain, and one of them alone"_s);
    if (!domain.isEmpty()) {
        TP_TRY(issuer.issuer, issuerOfDomain(domain));
    }
    TP_CHECK(checkIssuerUrl(issuer.issuer));

    issuer.audience = settings.take(u"audience"_s);
    if (issuer.audience.isEmpty())
        return badIssuer(u"this needs audience: what the issuer's tokens are made for"_s);
    issuer.clientId = settings.take(u"client_id"_s);
    issuer.name = settings.take(u"name"_s);
    if (issuer.name.isEmpty())
        issuer.name = QUrl(issuer.issuer).host();
    issuer.roleClaim = settings.take(u"role_claim"_s);
    TP_CHECK(readRoles(settings.take(u"roles"_s), issuer));
    if (!settings.values.empty()) {
        return badIssuer(u"there is no %1; there are issuer, domain, audience, client_id, name, "
                         "role_claim and roles"_s.arg(settings.values.begin()->first.left(40)));
    }
    return issuer;
}

Roles OidcIssuer::rolesOf(const JsonValue &claims) const
{
    Roles roles;
    if (decidesRoles()) {
        for (const std::string &theirs : namesIn(claimAt(claims, roleClaim.toStdString())))
            roles |= rolesNamed(theirs, *this);
    }
    if (roles.none())
        roles.set(std::size_t(Role::Customer));
    return roles;
}

} // namespace tp::auth
