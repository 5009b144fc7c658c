// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/jwt.h"

#include "backend/auth/base64url.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using contract::JsonValue;

constexpr contract::JsonLimits JwtJsonLimits{16, 2000};
constexpr qint64 NumericDateMax = 253'402'300'799; // 9999-12-31T23:59:59Z

/// Keys that a token brings along are its writer's own; what is critical is unknown here; what is
/// packed or not encoded would be read as something else than was signed.
constexpr std::string_view ForbiddenHeaders[] = {"crit", "jwk", "jku", "x5u", "x5c", "zip", "b64"};

Error refusedToken(const QString &why)
{
    return {ErrorCode::Unauthorized, u"this token is not valid: "_s + why, {}};
}

Result<JsonValue> objectIn(std::string_view part)
{
    const auto text = decodeBase64Url(part);
    if (!text)
        return refusedToken(u"a part is not base64url"_s);
    auto value = contract::parseJson(*text, JwtJsonLimits);
    if (!value || value->type != JsonValue::Type::Object)
        return refusedToken(u"a part is not a JSON object"_s);
    return value;
}

/// The text of a member; empty when there is none.
Result<std::string> textOf(const JsonValue &object, std::string_view name)
{
    const JsonValue *member = object.find(name);
    if (!member)
        return std::string();
    if (member->type != JsonValue::Type::String)
        return refusedToken(u"a member is not a text"_s);
    return member->text;
}

std::string lowerAscii(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
    }
    return text;
}

/// Of a media type "application/" may be left off, and case says nothing (RFC 7515 4.1.9).
Result<std::string> typeOf(const JsonValue &header)
{
    if (!header.find("typ"))
        return std::string();
    TP_TRY(std::string typ, textOf(header, "typ"));
    typ = lowerAscii(std::move(typ));
    if (typ.starts_with("application/"))
        typ.erase(0, std::string_view("application/").size());
    if (typ != "jwt" && typ != "at+jwt")
        return refusedToken(u"it is of another type"_s);
    return typ;
}

Result<void> readJwtHeader(std::string_view part, Jwt &jwt)
{
    TP_TRY(const JsonValue header, objectIn(part));
    for (const std::string_view name : ForbiddenHeaders) {
        if (header.find(name))
            return refusedToken(u"its header has a member that is not taken"_s);
    }
    TP_TRY(jwt.alg, textOf(header, "alg"));
    if (jwt.alg.empty() || lowerAscii(jwt.alg) == "none")
        return refusedToken(u"it is not signed"_s);
    TP_TRY(jwt.typ, typeOf(header));
    TP_TRY(jwt.kid, textOf(header, "kid"));
    return {};
}

bool isDigits(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A NumericDate (RFC 7519 2) within the years that have four digits. Exponents are for those who
/// want to be read differently in two places.
Result<std::optional<qint64>> dateOf(const JsonValue &claims, std::string_view name)
{
    constexpr std::size_t DigitsMax = 12;
    const JsonValue *member = claims.find(name);
    if (!member)
        return std::optional<qint64>();
    const std::string_view text = member->text;
    const std::string_view whole = text.substr(0, text.find('.'));
    const bool isPlain = member->type == JsonValue::Type::Number && isDigits(whole) &&
                         (whole.size() == text.size() || isDigits(text.substr(whole.size() + 1)));
    if (!isPlain || whole.size() > DigitsMax)
        return refusedToken(u"a time in it is none"_s);
    const qint64 seconds = std::stoll(std::string(whole));
    if (seconds > NumericDateMax)
        return refusedToken(u"a time in it is none"_s);
    return std::optional(seconds);
}

Result<std::vector<std::string>> audienceOf(const JsonValue &claims)
{
    std::vector<std::string> audience;
    const JsonValue *member = claims.find("aud");
    if (!member)
        return audience;
    if (member->type == JsonValue::Type::String) {
        audience.push_back(member->text);
        return audience;
    }
    if (member->type != JsonValue::Type::Array)
        return refusedToken(u"its audience is none"_s);
    for (const JsonValue &item : member->items) {
        if (item.type != JsonValue::Type::String)
            return refusedToken(u"its audience is none"_s);
        audience.push_back(item.text);
    }
    return audience;
}

Result<void> readJwtClaims(std::string_view part, Jwt &jwt)
{
    TP_TRY(jwt.claims, objectIn(part));
    TP_TRY(jwt.iss, textOf(jwt.claims, "iss"));
    TP_TRY(jwt.sub, textOf(jwt.claims, "sub"));
    TP_TRY(jwt.jti, textOf(jwt.claims, "jti"));
    TP_TRY(jwt.aud, audienceOf(jwt.claims));
    TP_TRY(jwt.exp, dateOf(jwt.claims, "exp"));
    TP_TRY(jwt.nbf, dateOf(jwt.claims, "nbf"));
    TP_TRY(jwt.iat, dateOf(jwt.claims, "iat"));
    return {};
}

} // namespace

Result<Jwt> parseJwt(std::string_view token)
{
    if (token.size() > JwtBytesMax)
        return refusedToken(u"it is too long"_s);
    if (std::count(token.begin(), token.end(), '.') != 2)
        return refusedToken(u"it has not three parts"_s);
    const std::size_t first = token.find('.');
    const std::size_t second = token.find('.', first + 1);
    Jwt jwt;
    TP_CHECK(readJwtHeader(token.substr(0, first), jwt));
    TP_CHECK(readJwtClaims(token.substr(first + 1, second - first - 1), jwt));
    auto signature = decodeBase64Url(token.substr(second + 1));
    if (!signature || signature->empty())
        return refusedToken(u"it has no signature"_s);
    jwt.signature = *std::move(signature);
    jwt.signingInput = token.substr(0, second);
    return jwt;
}

Result<void> checkTimes(const Jwt &jwt, qint64 nowMs, qint64 leewayS)
{
    if (!jwt.exp)
        return refusedToken(u"it has no end"_s);
    if (nowMs >= (*jwt.exp + leewayS) * 1000)
        return refusedToken(u"it has ended"_s);
    const qint64 latestMs = nowMs + leewayS * 1000;
    if ((jwt.nbf && *jwt.nbf * 1000 > latestMs) || (jwt.iat && *jwt.iat * 1000 > latestMs))
        return refusedToken(u"it has not begun"_s);
    return {};
}

bool hasAudience(const Jwt &jwt, std::string_view audience)
{
    return std::find(jwt.aud.begin(), jwt.aud.end(), audience) != jwt.aud.end();
}

} // namespace tp::auth
