// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/keysource.h"

#include <QNetworkReply>
#include <QObject>
#include <QTimer>

class QNetworkAccessManager;

namespace tp::daemon {

/// One document on its way. Deletes itself when it has said how it went.
class DocumentFetch final : public QObject
{
public:
    DocumentFetch(QNetworkAccessManager &network, const QUrl &url, int timeoutMs,
                  auth::KeySource::Got got, QObject *parent);

    /// Gives up, and says so.
    void giveUp(const QString &why);

private:
    void redirect(const QUrl &to);
    void take();
    void end(Result<std::string> result);

    QNetworkReply *m_reply;
    QTimer m_deadline;
    auth::KeySource::Got m_got;
};

} // namespace tp::daemon
