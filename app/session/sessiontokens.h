// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/api/tokensource.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <vector>

namespace tp::session {

/// What a sign-in gave, or its renewal.
struct Tokens
{
    QByteArray access;
    QString refresh;     ///< Empty: it cannot be renewed.
    qint64 goodForS = 0; ///< The access token.
};

/// Asks whoever gave the tokens for the next ones.
using Renewal = std::function<void(const QString &refresh, QObject *context,
                                   std::function<void(const Result<Tokens> &)> reply)>;

/// The tokens of whoever is signed in. Renews them before they end, and when the server refuses
/// one before that; a refresh token is good once, so there is one renewal at a time and everybody
/// who asks meanwhile waits for it. Keeps nothing on disk.
class SessionTokens final : public QObject, public api::TokenSource
{
    Q_OBJECT

public:
    explicit SessionTokens(QObject *parent = nullptr);

    /// The old ones are forgotten.
    void begin(const Tokens &tokens, Renewal renewal);
    void end();

    bool isThere() const { return m_tokens.has_value(); }
    const QString &refreshToken() const;

    QByteArray token() const override;
    void renew(const QByteArray &refused, QObject *context, Renewed reply) override;

signals:
    void renewed();

    /// The renewal was refused: the sign-in is over. Not after end().
    void ended();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Renewed reply;
    };

    void ask();
    void take(const Result<Tokens> &tokens);
    void planNext();
    void tell(const Result<void> &result);

    std::optional<Tokens> m_tokens;
    Renewal m_renewal;
    QTimer m_due;
    std::vector<Waiting> m_waiting;
    int m_failures = 0; ///< In a row, without an answer that says yes or no.
    int m_generation = 0;
    bool m_isAsking = false;
};

} // namespace tp::session
