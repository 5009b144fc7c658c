// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/emailtext.h"

#include "backend/kernel/fielderrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {

QString emailKey(const QString &typed)
{
    return typed.trimmed().toLower().normalized(QString::NormalizationForm_C);
}

Result<QString> checkedEmail(const QString &typed, const QString &pointer)
{
    const QString email = emailKey(typed);
    const qsizetype at = email.indexOf(u'@');
    const QList<uint> characters = email.toUcs4(); // Names may need more than 16 bits.
    const bool hasOddCharacter =
        !email.isValidUtf16() || std::any_of(characters.begin(), characters.end(), [](uint c) {
            return QChar::isSpace(c) || !QChar::isPrint(c);
        });
    const QString host = email.mid(at + 1);
    const bool isAddress = at > 0 && email.indexOf(u'@', at + 1) < 0 && !hasOddCharacter &&
                           !host.isEmpty() && !host.startsWith(u'.') && !host.endsWith(u'.') &&
                           email.toUtf8().size() <= 254;
    if (isAddress)
        return email;
    return atMember(pointer, ErrorCode::InvalidText, u"this is not an e-mail address"_s);
}

} // namespace tp::auth
