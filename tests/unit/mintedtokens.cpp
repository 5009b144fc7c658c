// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/mintedtokens.h"

#include "backend/auth/base64url.h"
#include "tests/support/notedsecrets.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tp::test {

using auth::AccessClaims;

MintedTokens::MintedTokens() : key(auth::SigningKey::make(random))
{
    keys.replace(auth::KeyRing(MintedShopId, {key}));
    ended.replace({}, clock.nowMs(), clock.steadyMs());
}

AccessClaims MintedTokens::claims(std::initializer_list<Role> roles)
{
    AccessClaims claims;
    claims.subject = Uuid::v7(clock.nowMs(), random).toString();
    claims.sessionId = SessionId(Uuid::v7(clock.nowMs(), random));
    claims.tokenId = Uuid::v7(clock.nowMs(), random);
    for (const Role role : roles)
        claims.roles.set(std::size_t(role));
    claims.nowMs = clock.nowMs();
    return claims;
}

std::string MintedTokens::token(const AccessClaims &claims) const
{
    const std::string token = auth::accessToken(*keys.ring(), key, claims);
    noteSecret(token);
    return token;
}

QByteArray MintedTokens::header() const
{
    return R"({"alg":"EdDSA","typ":"at+jwt","kid":")" + QByteArray::fromStdString(key.kid) + "\"}";
}

QByteArray MintedTokens::body()
{
    const std::string honest = token();
    const std::size_t first = honest.find('.') + 1;
    const auto text = auth::decodeBase64Url(honest.substr(first, honest.rfind('.') - first));
    return QByteArray::fromStdString(text.value());
}

std::string MintedTokens::signedText(const QByteArray &header, const QByteArray &body) const
{
    const std::string input = auth::encodeBase64Url(header.toStdString()) + '.' +
                              auth::encodeBase64Url(body.toStdString());
    const std::string token = input + '.' + auth::encodeBase64Url(key.sign(input));
    noteSecret(token);
    return token;
}

bool MintedTokens::isGood(const std::string &token) const
{
    const auto verdict = authenticator.check(token);
    if (const Error *error = std::get_if<Error>(&verdict))
        Q_ASSERT(error->code == ErrorCode::Unauthorized);
    return std::holds_alternative<Actor>(verdict);
}

Actor MintedTokens::actorOf(const std::string &token) const
{
    return std::get<Actor>(authenticator.check(token));
}

QByteArray withMember(const QByteArray &object, const QByteArray &name, const QByteArray &value)
{
    static const QString something = uR"(("[^"]*"|\[[^\]]*\]|[^,}]*))"_s;
    const QString member = u"\"%1\":"_s.arg(QString::fromUtf8(name));
    QString text = QString::fromUtf8(object);
    if (value.isEmpty()) {
        text.remove(QRegularExpression(u","_s + member + something));
        text.remove(QRegularExpression(member + something + u","_s));
    } else if (text.contains(member)) {
        text.replace(QRegularExpression(member + something), member + QString::fromUtf8(value));
    } else {
        text.chop(1);
        text += u',' + member + QString::fromUtf8(value) + u'}';
    }
    return text.toUtf8();
}

} // namespace tp::test
