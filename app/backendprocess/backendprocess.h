// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backendprocess/loglines.h"
#include "app/backendprocess/readyline.h"
#include "backend/kernel/backoff.h"
#include "backend/kernel/clock.h"
#include "ui/presentation/backendfailure.h"

#include <QLockFile>
#include <QObject>
#include <QProcess>
#include <QTimer>
#include <QUrl>

#include <optional>

namespace tp::backendprocess {

/// What is started, and on what it works.
struct BackendCommand
{
    QString program;
    QStringList arguments;
    QString dataFolder;         ///< Made if missing.
    QString lockFile;           ///< One Tradepost at a time holds it.
    int readyWithinMs = 60'000; ///< Migrating a large shop takes time.
    int stopWithinMs = 10'000;  ///< Afterwards it is ended by force.
};

/// Starts the bundled backend, says where it listens, and starts it again when it ends, waiting
/// longer each time. It ends when this object does, or when this process dies: its standard input
/// then closes. Every start has another port.
class BackendProcess final : public QObject
{
    Q_OBJECT

public:
    /// A run that lasted this long was a good one: the next failure begins with the short wait.
    static constexpr qint64 GoodRunMs = 60'000;

    /// Clock and chance must outlive it.
    BackendProcess(const BackendCommand &command, const Clock &clock, Random &random,
                   QObject *parent = nullptr);
    ~BackendProcess() override;

    void start(); ///< Now, also when a later start is planned; nothing when it runs.

    qint64 pid() const { return m_process.processId(); } ///< 0: it does not run.
    QStringList log() const { return m_log.lines(); }

signals:
    void starting();

    /// The code is a fresh shop's, for its first admin; empty: it has one.
    void ready(const QUrl &url, const QString &setUpCode);

    /// It does not run; the failure says when it is started again.
    void failed(const tp::ui::BackendFailure &failure);

private:
    using Kind = ui::BackendFailure::Kind;

    QString lastWords() const;
    bool takeLock();
    void readOutput();
    void takeReady(const ReadyLine &said);
    void takeEnd();
    void takeError(QProcess::ProcessError error);
    void endBecause(Kind kind, const QString &subject);
    void failForGood(Kind kind, const QString &subject);
    void failForNow(Kind kind, const QString &subject);
    void stop();

    BackendCommand m_command;
    const Clock &m_clock;
    Backoff m_backoff;
    QLockFile m_lock;
    QProcess m_process;
    QTimer m_readyTimer;
    QTimer m_restartTimer;
    LogLines m_log;
    QByteArray m_output; ///< The line of standard output that is not ended yet.
    std::optional<qint64> m_readySinceMs;
    std::optional<std::pair<Kind, QString>> m_verdict; ///< Why we end it ourselves.
};

} // namespace tp::backendprocess
