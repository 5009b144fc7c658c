// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/session/secretstore.h"
#include "tests/support/laterreplies.h"
#include "tests/support/notedsecrets.h"

#include <QHash>

namespace tp::test {

/// A keychain in memory, or none at all.
class FakeSecrets final : public session::SecretStore
{
public:
    LaterReplies replies;
    QHash<QString, QByteArray> kept;
    bool isMissing = false;

    void read(const QString &name, QObject *context, ReadReply reply) override
    {
        replies.say(context, [this, name, reply = std::move(reply)] {
            if (isMissing)
                reply(Error{ErrorCode::Unavailable, {}, {}});
            else if (!kept.contains(name))
                reply(Error{ErrorCode::NotFound, {}, {}});
            else
                reply(kept.value(name));
        });
    }
    void write(const QString &name, const QByteArray &secret, QObject *context,
               WriteReply reply) override
    {
        noteSecretsIn(secret);
        if (!isMissing)
            kept.insert(name, secret);
        replies.say(context, [this, reply = std::move(reply)] {
            reply(isMissing ? Result<void>(Error{ErrorCode::Unavailable, {}, {}}) : Result<void>());
        });
    }
    void remove(const QString &name) override { kept.remove(name); }
};

} // namespace tp::test
