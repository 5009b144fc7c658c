// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace tp::session {

/// Keeps secrets between two runs of the program, each under a name. Replies come on the caller's
/// thread, never before the call has returned, once each, and not when `context` has died.
class SecretStore
{
public:
    using ReadReply = std::function<void(const Result<QByteArray> &)>;
    using WriteReply = std::function<void(const Result<void> &)>;

    virtual ~SecretStore() = default;

    /// NotFound: there is none. Unavailable: this computer has no such place, or it stays shut.
    /// Conflict: another window of this program keeps its own there.
    virtual void read(const QString &name, QObject *context, ReadReply reply) = 0;
    virtual void write(const QString &name, const QByteArray &secret, QObject *context,
                       WriteReply reply) = 0;
    virtual void remove(const QString &name) = 0;
};

} // namespace tp::session
