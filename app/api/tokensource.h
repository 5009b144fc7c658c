// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QByteArray>

#include <functional>

class QObject;

namespace tp::api {

/// Whose token goes with a question, and how there is a new one when the server refuses it;
/// app/session implements it.
class TokenSource
{
public:
    using Renewed = std::function<void(const Result<void> &)>;

    virtual ~TokenSource() = default;

    virtual QByteArray token() const = 0; ///< Empty: nobody is signed in.

    /// Makes a token other than `refused`. However many ask at once, the server is asked once.
    /// `reply` is called once, after this has returned, and not when `context` has died by then.
    /// An error is what the question ends with: Unavailable when nobody knows, Unauthorized when
    /// the sign-in is over.
    virtual void renew(const QByteArray &refused, QObject *context, Renewed reply) = 0;
};

} // namespace tp::api
