// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcclaims.h"

#include "backend/auth/emailtext.h"
#include "backend/auth/rolenames.h"
#include "backend/contract/jsonwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using contract::JsonValue;

constexpr std::size_t SubjectMax = 255; // OpenID Connect Core 1.0, 2
constexpr qsizetype NameMax = 200;

bool isPlainSubject(std::string_view subject)
{
    return !subject.empty() && subject.size() <= SubjectMax &&
           std::all_of(subject.begin(), subject.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

QString claimText(const JsonValue &claims, std::string_view name)
{
    const JsonValue *claim = claims.find(name);
    return claim && claim->type == JsonValue::Type::String ? QString::fromStdString(claim->text)
                                                           : QString();
}

/// One line that can be shown, whatever the issuer lets people call themselves.
QString nameIn(const JsonValue &claims)
{
    QString name;
    for (const char32_t c : claimText(claims, "name").toUcs4())
        name += QChar::isPrint(c) ? QString::fromUcs4(&c, 1) : u" "_s;
    name = name.simplified();
    if (name.size() > NameMax) {
        const bool isPair = name.at(NameMax - 1).isHighSurrogate();
        name.truncate(isPair ? NameMax - 1 : NameMax);
    }
    return name;
}

std::string emailIn(const JsonValue &claims)
{
    const JsonValue *verified = claims.find("email_verified");
    if (!verified || verified->type != JsonValue::Type::Boolean || !verified->boolean)
        return {};
    const auto email = checkedEmail(claimText(claims, "email"), {});
    return email ? email->toStdString() : std::string();
}

std::string auditDetails(const OidcAccount &account)
{
    std::string text;
    contract::JsonWriter json(text);
    json.beginObject().key("issuer").string(account.issuer);
    json.key("roles").raw(roleNamesJson(account.roles)).endObject();
    return text;
}

} // namespace

Result<OidcAccount> accountOf(const Jwt &jwt, const OidcIssuer &issuer)
{
    if (!isPlainSubject(jwt.sub))
        return Error{ErrorCode::Unauthorized, u"this token is not valid: it names nobody"_s, {}};
    OidcAccount account;
    account.issuer = jwt.iss;
    account.subject = jwt.sub;
    account.email = emailIn(jwt.claims);
    account.fullName = nameIn(jwt.claims);
    account.roles = issuer.rolesOf(jwt.claims);
    account.decidesRoles = issuer.decidesRoles();
    account.bornMs = jwt.iat.value_or(0) * 1000;
    account.details = auditDetails(account);
    return account;
}

} // namespace tp::auth
