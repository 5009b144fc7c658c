// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace tp::auth {

/// Codes of a second factor (RFC 6238): HMAC-SHA-1, 30 s a step, 6 digits, as every app makes them.
class Totp
{
public:
    static constexpr qint64 StepMs = 30'000;
    static constexpr int SecretBytes = 20;

    /// The code of a step (RFC 4226 5.3).
    static QString codeAt(const QByteArray &secret, qint64 step);

    /// The step that a code belongs to: this one, or the one before or after, because clocks
    /// differ; never one that is not after `lastStep`, because a code is good once.
    static std::optional<qint64> stepOf(const QByteArray &secret, const QString &code, qint64 nowMs,
                                        qint64 lastStep);

    /// Base32 without padding (RFC 4648 6), as people type a secret.
    static QString base32(const QByteArray &bytes);

    /// For a QR code; `account` is what the app calls it.
    static QString otpauthUrl(const QString &shop, const QString &account,
                              const QByteArray &secret);
};

} // namespace tp::auth
