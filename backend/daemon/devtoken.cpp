// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/devtoken.h"

#include <QByteArray>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace tp::daemon {

DevToken::DevToken(Random &random)
{
    std::array<quint8, 32> bytes{};
    random.fill(bytes);
    m_token = QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                  .toStdString();
}

http::Authenticator::Verdict DevToken::check(std::string_view token) const
{
    const bool isOurs = !m_token.empty() && token.size() == m_token.size() &&
                        CRYPTO_memcmp(token.data(), m_token.data(), token.size()) == 0;
    if (!isOurs)
        return Error{ErrorCode::Unauthorized, u"this token is not one of ours"_s, {}};
    Actor actor;
    actor.id = u"developer"_s;
    for (int i = 0; i < int(Permission::Count); ++i)
        actor.grants.add(Permission(i), Grant::free());
    return actor;
}

void DevToken::admit(const std::string &, Admitted done)
{
    done(Error{ErrorCode::Unauthorized, u"this token is nobody's"_s, {}});
}

} // namespace tp::daemon
