// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/console.h"

#include <QByteArray>

#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

bool writeLine(FILE *stream, const QString &line)
{
    QString shown = line;
    for (QChar &c : shown) {
        if (c.category() == QChar::Other_Control)
            c = u'?';
    }
    const QByteArray bytes = shown.toUtf8() + '\n';
    return std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream) ==
               std::size_t(bytes.size()) &&
           std::fflush(stream) == 0;
}

} // namespace

bool say(const QString &line)
{
    return writeLine(stdout, line);
}

void complain(const QString &line)
{
    writeLine(stderr, u"tradepostd: "_s + line);
}

void note(const QString &line)
{
    writeLine(stderr, line);
}

void showProgress(const QString &text)
{
    if (!showsProgress())
        return;
    const QByteArray bytes = "\r\033[K" + text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

bool showsProgress()
{
    return isatty(STDERR_FILENO) == 1;
}

} // namespace tp::daemon
