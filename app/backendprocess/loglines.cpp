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

QStringList LogLines::lines() const
{
    QStringList all = m_lines;
    if (!m_open.trimmed().isEmpty())
        all.append(QString::fromUtf8(m_open));
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
    m_lines.append(QString::fromUtf8(text));
    if (m_lines.size() > LinesMax)
        m_lines.removeFirst();
}

} // namespace tp::backendprocess
