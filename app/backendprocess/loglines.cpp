// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/loglines.h"

namespace tp::backendprocess {

void LogLines::append(const QByteArray &bytes)
{
    m_open += bytes;
    qsizetype start = 0;
    for (qsizetype end = m_open.indexOf('\n'); end >= 0; end = m_open.indexOf('\n', start)) {
        take(m_open.mid(start, end - start));
        start = end + 1;
    }
    m_open.remove(0, start);
    m_open.truncate(LineLengthMax);
}

void LogLines::leaveOut(const QString &secret)
{
    m_secret = secret;
    m_lines.removeIf([this](const QString &line) { return isSecret(line); });
}

bool LogLines::isSecret(const QString &line) const
{
    return !m_secret.isEmpty() && line.contains(m_secret);
}

QStringList LogLines::lines() const
{
    QStringList all = m_lines;
    const QString open = QString::fromUtf8(m_open);
    if (!open.trimmed().isEmpty() && !isSecret(open))
        all.append(open);
    return all;
}

QString LogLines::lastLine() const
{
    const QStringList all = lines();
    return all.isEmpty() ? QString() : all.last();
}

void LogLines::take(const QByteArray &line)
{
    const QByteArray text = line.left(LineLengthMax).trimmed();
    if (text.isEmpty())
        return;
    const QString words = QString::fromUtf8(text);
    if (isSecret(words))
        return;
    m_lines.append(words);
    if (m_lines.size() > LinesMax)
        m_lines.removeFirst();
}

} // namespace tp::backendprocess
