// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tp::backendprocess {

/// The last lines that a program wrote to its standard error, for "Show log". Bounded in both
/// directions, because nobody knows what it writes.
class LogLines
{
public:
    static constexpr qsizetype LinesMax = 200;
    static constexpr qsizetype LineLengthMax = 2'000;

    void append(const QByteArray &bytes);

    /// Lines that hold this are left out, those that came already too: a log is for showing
    /// around. Empty: none.
    void leaveOut(const QString &secret);

    /// Oldest first; what is not ended yet by a line feed is a line too.
    QStringList lines() const;
    QString lastLine() const;

private:
    void take(const QByteArray &line);
    bool isSecret(const QString &line) const;

    QStringList m_lines;
    QByteArray m_open;
    QString m_secret;
};

} // namespace tp::backendprocess
