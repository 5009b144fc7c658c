// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgresserver.h"

#include <QDeadlineTimer>

namespace tp::test {

namespace {

constexpr int AnswerMsMax = 90'000;

} // namespace

PostgresServer::~PostgresServer()
{
    m_script.closeWriteChannel();
    if (m_script.state() != QProcess::NotRunning)
        m_script.waitForFinished(AnswerMsMax);
}

bool PostgresServer::start()
{
    m_script.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_script.start(QStringLiteral("python3"), {QStringLiteral(TP_POSTGRES_SCRIPT)});
    return m_script.waitForStarted() && !answer().isEmpty();
}

QString PostgresServer::ask(const QByteArray &command)
{
    m_script.write(command);
    return answer();
}

QString PostgresServer::answer()
{
    const QDeadlineTimer deadline(AnswerMsMax);
    while (!m_script.canReadLine()) {
        if (!m_script.waitForReadyRead(int(deadline.remainingTime())))
            return {};
    }
    return QString::fromUtf8(m_script.readLine()).trimmed();
}

} // namespace tp::test
