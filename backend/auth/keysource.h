// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QUrl>

#include <functional>
#include <string>

namespace tp::auth {

/// Where issuers publish what they are and what they sign with.
class KeySource
{
public:
    virtual ~KeySource() = default;

    /// Fetches a document: isSafeUrl() holds for its address and for each that it leads to, it has
    /// come after `timeoutMs` in full, and is no longer than DocumentMax. Otherwise Unavailable,
    /// with the reason for the log. `got` is called once at most (never, when everything ends), on
    /// any thread, perhaps before this returns. From any thread.
    using Got = std::function<void(Result<std::string>)>;
    virtual void get(const QUrl &url, int timeoutMs, Got got) = 0;

    static constexpr qint64 DocumentMax = 1024 * 1024;
};

} // namespace tp::auth
