// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidcdiscovery.h"

#include "backend/contract/jsonvalue.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using contract::JsonValue;

bool isLoopbackHost(const QString &host)
{
    if (host == u"localhost"_s || host.endsWith(u".localhost"_s) || host == u"::1"_s)
        return true;
    const QStringList parts = host.split(u'.');
    if (parts.size() != 4 || parts.front() != u"127"_s)
        return false;
    for (const QString &part : parts) {
        bool isNumber = false;
        if (part.toUInt(&isNumber) > 255 || !isNumber)
            return false;
    }
    return true;
}

QString memberText(const JsonValue &object, std::string_view name)
{
    const JsonValue *member = object.find(name);
    if (!member || member->type != JsonValue::Type::String)
        return {};
    return QString::fromStdString(member->text);
}

} // namespace

bool isSafeUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    return url.scheme() == u"https"_s || (url.scheme() == u"http"_s && isLoopbackHost(url.host()));
}

QUrl discoveryUrlOf(const QString &issuer)
{
    const QString base = issuer.endsWith(u'/') ? issuer.chopped(1) : issuer;
    return QUrl(base + u"/.well-known/openid-configuration"_s);
}

Result<QUrl> keysUrlOf(std::string_view description, const QString &issuer)
{
    const auto value = contract::parseJson(description);
    if (!value || value->type != JsonValue::Type::Object)
        return Error{ErrorCode::InvalidValue, u"its discovery is no JSON object"_s, {}};
    if (memberText(*value, "issuer") != issuer)
        return Error{ErrorCode::InvalidValue, u"its discovery names another issuer"_s, {}};
    const QUrl url(memberText(*value, "jwks_uri"), QUrl::StrictMode);
    if (!isSafeUrl(url))
        return Error{ErrorCode::InvalidValue, u"its jwks_uri is no https address"_s, {}};
    return url;
}

} // namespace tp::auth
