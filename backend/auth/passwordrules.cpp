// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/passwordrules.h"

#include "backend/kernel/fielderrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {

PasswordRules::PasswordRules(const QByteArray &mostUsed)
{
    for (const QByteArray &line : mostUsed.split('\n')) {
        if (!line.isEmpty())
            m_mostUsed.insert(QString::fromUtf8(line));
    }
}

Result<void> PasswordRules::check(const QString &password, const QString &email,
                                  const QString &pointer) const
{
    const qsizetype length = password.toUcs4().size();
    if (length < LengthMin)
        return atMember(pointer, ErrorCode::TooShort, u"a password has 8 characters or more"_s);
    if (length > LengthMax)
        return atMember(pointer, ErrorCode::TooLong, u"a password has 256 characters at most"_s);
    const QString plain = password.toLower();
    if (m_mostUsed.contains(plain))
        return atMember(pointer, ErrorCode::WeakPassword,
                        u"this password is among the most used: it would be guessed at once"_s);
    if (!email.isEmpty() && plain == email)
        return atMember(pointer, ErrorCode::WeakPassword, u"the e-mail is no password"_s);
    return {};
}

Result<void> checkPin(const QString &pin, const QString &pointer)
{
    const bool isDigits =
        std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isDigits && pin.size() >= 4 && pin.size() <= 8)
        return {};
    return atMember(pointer, ErrorCode::InvalidText, u"a PIN has 4 to 8 digits"_s);
}

} // namespace tp::auth
