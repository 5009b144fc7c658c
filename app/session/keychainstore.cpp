// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/keychainstore.h"

#include <QLoggingCategory>
#include <QPointer>
#include <qt6keychain/keychain.h>
#include <QTimer>

#include <chrono>
#include <memory>

namespace tp::session {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(keychainLog, "tp.session", QtInfoMsg)

struct KeychainStore::Asked
{
    QKeychain::Job *job = nullptr;
    QString name;
    QObject *context = nullptr;
    std::function<void(const Result<void> &)> ended;
};

KeychainStore::KeychainStore(const QString &service, int patienceMs, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_patienceMs(patienceMs)
{}

void KeychainStore::read(const QString &name, QObject *context, ReadReply reply)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service, this);
    const auto read = [job, reply = std::move(reply)](const Result<void> &ended) {
        if (ended)
            reply(job->binaryData());
        else
            reply(ended.error());
    };
    ask({job, name, context, read});
}

void KeychainStore::write(const QString &name, const QByteArray &secret, QObject *context,
                          WriteReply reply)
{
    auto *job = new QKeychain::WritePasswordJob(m_service, this);
    job->setBinaryData(secret);
    ask({job, name, context, std::move(reply)});
}

void KeychainStore::remove(const QString &name)
{
    ask({new QKeychain::DeletePasswordJob(m_service, this), name, this, [](const auto &) {}});
}

void KeychainStore::ask(const Asked &asked)
{
    QKeychain::Job *job = asked.job;
    // Ours to delete: it may outlive the patience, and the reply reads from it.
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(asked.name);
    const auto isTold = std::make_shared<bool>(false);
    const auto tell = [isTold, context = QPointer(asked.context),
                       ended = asked.ended](const Result<void> &result) {
        if (!std::exchange(*isTold, true) && context)
            ended(result);
    };
    connect(job, &QKeychain::Job::finished, this, [this, asked, tell] {
        tell(resultOf(asked));
        asked.job->deleteLater();
    });
    const Error missing{ErrorCode::Unavailable, u"no keyring answers"_s, {}};
    if (m_isMissing) {
        QMetaObject::invokeMethod(
            job,
            [job, tell, missing] {
                tell(missing);
                job->deleteLater();
            },
            Qt::QueuedConnection);
        return;
    }
    QTimer::singleShot(std::chrono::milliseconds(m_patienceMs), job, [this, tell, missing] {
        m_isMissing = true;
        tell(missing);
    });
    job->start();
}

Result<void> KeychainStore::resultOf(const Asked &asked)
{
    const QString why = asked.job->errorString();
    switch (asked.job->error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return Error{ErrorCode::NotFound, why, {}};
    case QKeychain::CouldNotDeleteEntry:
        return Error{ErrorCode::Internal, why, {}};
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError:
        break;
    }
    if (!std::exchange(m_isMissing, true))
        qCInfo(keychainLog) << "no keyring here why=" << why;
    return Error{ErrorCode::Unavailable, why, {}};
}

} // namespace tp::session
