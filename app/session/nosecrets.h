// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/secretstore.h"

#include <QObject>

namespace tp::session {

/// For a second window on one shop: a refresh token is good once, so what the first window keeps
/// is the first one's. Reads nothing, and refuses to keep with Conflict.
class NoSecrets final : public SecretStore
{
public:
    void read(const QString &, QObject *context, ReadReply reply) override
    {
        const Error none{ErrorCode::NotFound, {}, {}};
        QMetaObject::invokeMethod(
            context, [none, reply = std::move(reply)] { reply(none); }, Qt::QueuedConnection);
    }
    void write(const QString &, const QByteArray &, QObject *context, WriteReply reply) override
    {
        const Error taken{ErrorCode::Conflict, {}, {}};
        QMetaObject::invokeMethod(
            context, [taken, reply = std::move(reply)] { reply(taken); }, Qt::QueuedConnection);
    }
    void remove(const QString &) override {}
};

} // namespace tp::session
