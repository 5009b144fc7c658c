// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/backendprocess/backendprocess.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

namespace tp::backendprocess {

Q_LOGGING_CATEGORY(backendLog, "tp.backendprocess", QtInfoMsg)

namespace {

/// Nobody says anything longer before being ready.
constexpr qsizetype OutputLineMax = 64 * 1024;

} // namespace

BackendProcess::BackendProcess(const BackendCommand &command, const Clock &clock, Random &random,
                               QObject *parent)
    : QObject(parent)
    , m_command(command)
    , m_clock(clock)
    , m_backoff(random)
    , m_lock(command.lockFile)
{
    m_lock.setStaleLockTime(0); // A shop is open all day: only a dead owner makes a lock stale.
    m_readyTimer.setSingleShot(true);
    m_restartTimer.setSingleShot(true);
    connect(&m_readyTimer, &QTimer::timeout, this,
            [this] { endBecause(Kind::NotReadyInTime, lastWords()); });
    connect(&m_restartTimer, &QTimer::timeout, this, &BackendProcess::start);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &BackendProcess::readOutput);
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_log.append(m_process.readAllStandardError()); });
    connect(&m_process, &QProcess::finished, this, &BackendProcess::takeEnd);
    connect(&m_process, &QProcess::errorOccurred, this, &BackendProcess::takeError);
}

BackendProcess::~BackendProcess()
{
    stop();
}

void BackendProcess::start()
{
    if (m_process.state() != QProcess::NotRunning)
        return;
    m_restartTimer.stop();
    if (!takeLock())
        return;
    if (!QFileInfo(m_command.program).isExecutable()) {
        failForGood(Kind::ProgramMissing, m_command.program);
        return;
    }
    m_output.clear();
    m_readySinceMs.reset();
    m_verdict.reset();
    emit starting();
    m_readyTimer.start(m_command.readyWithinMs);
    m_process.start(m_command.program, m_command.arguments);
}

QString BackendProcess::lastWords() const
{
    // Programs begin what they say with their name, which is nothing to people.
    const QString name = QFileInfo(m_command.program).fileName() + QLatin1String(": ");
    const QString line = m_log.lastLine();
    return line.startsWith(name) ? line.sliced(name.size()) : line;
}

bool BackendProcess::takeLock()
{
    if (m_lock.isLocked())
        return true;
    if (!QDir().mkpath(m_command.dataFolder)) {
        failForGood(Kind::FolderUnusable, m_command.dataFolder);
        return false;
    }
    if (m_lock.tryLock())
        return true;
    const bool isOthers = m_lock.error() == QLockFile::LockFailedError;
    failForGood(isOthers ? Kind::DataInUse : Kind::FolderUnusable, m_command.dataFolder);
    return false;
}

void BackendProcess::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_readySinceMs) {
        m_output.clear(); // Nothing more is expected; the pipe is only kept from filling up.
        return;
    }
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        const QByteArray line = m_output.first(end);
        m_output.remove(0, end + 1);
        const ReadyLine said = readReadyLine(line);
        switch (said.kind) {
        case ReadyLine::Kind::Other:
            continue;
        case ReadyLine::Kind::Ready:
            takeReady(said);
            return;
        case ReadyLine::Kind::Broken:
            endBecause(Kind::Incomprehensible, QString::fromUtf8(line.left(200)));
            return;
        }
    }
    if (m_output.size() > OutputLineMax)
        endBecause(Kind::Incomprehensible, QString::fromUtf8(m_output.left(200)));
}

void BackendProcess::takeReady(const ReadyLine &said)
{
    m_readyTimer.stop();
    m_readySinceMs = m_clock.steadyMs();
    m_log.leaveOut(said.setUpCode); // It prints that for people without this program.
    qCInfo(backendLog) << "ready url=" << said.url.toString() << "pid=" << m_process.processId();
    emit ready(said.url, said.setUpCode);
}

void BackendProcess::takeEnd()
{
    m_log.append(m_process.readAllStandardError());
    const bool wasGood = m_readySinceMs && m_clock.steadyMs() - *m_readySinceMs >= GoodRunMs;
    if (wasGood)
        m_backoff.reset();
    if (m_verdict)
        failForNow(m_verdict->first, m_verdict->second);
    else
        failForNow(m_readySinceMs ? Kind::Crashed : Kind::EndedTooEarly, lastWords());
}

void BackendProcess::takeError(QProcess::ProcessError error)
{
    // Every other error is followed by the end of the process, which is told then.
    if (error == QProcess::FailedToStart)
        failForNow(Kind::DoesNotStart, m_process.errorString());
}

void BackendProcess::endBecause(Kind kind, const QString &subject)
{
    m_verdict.emplace(kind, subject);
    m_process.kill();
}

void BackendProcess::failForGood(Kind kind, const QString &subject)
{
    qCWarning(backendLog) << "cannot start subject=" << subject;
    emit failed({kind, subject, log(), 0});
}

void BackendProcess::failForNow(Kind kind, const QString &subject)
{
    m_readyTimer.stop();
    const qint64 waitMs = m_backoff.nextMs();
    m_restartTimer.start(std::chrono::milliseconds(waitMs));
    qCWarning(backendLog) << "ended retryInMs=" << waitMs << "said=" << subject;
    emit failed({kind, subject, log(), waitMs});
}

void BackendProcess::stop()
{
    m_readyTimer.stop();
    m_restartTimer.stop();
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    // Closing its input is how the backend is told that its parent wants no more of it.
    m_process.closeWriteChannel();
    if (m_process.waitForFinished(m_command.stopWithinMs))
        return;
    qCWarning(backendLog) << "does not stop, is killed pid=" << m_process.processId();
    m_process.kill();
    m_process.waitForFinished(m_command.stopWithinMs);
}

} // namespace tp::backendprocess
