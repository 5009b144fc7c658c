// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/reading.h"

namespace tp::contract {

namespace {

/// A body of a megabyte can be wrong in a hundred thousand places; nobody reads so far.
constexpr qsizetype ErrorsMax = 1000;

} // namespace

void Reading::fail(ErrorCode code, const QString &detail) const
{
    if (m_errors.size() < ErrorsMax)
        m_errors.append({pointer(), code, detail});
}

QString Reading::pointer() const
{
    if (!m_parent)
        return {};
    const QString before = m_parent->pointer();
    return before + (m_index >= 0 ? u'/' + QString::number(m_index) : pointerToken(m_name));
}

QString pointerToken(std::string_view name)
{
    QString token = QString::fromUtf8(name.data(), qsizetype(name.size()));
    token.replace(u'~', QStringLiteral("~0"));
    token.replace(u'/', QStringLiteral("~1"));
    return u'/' + token;
}

} // namespace tp::contract
