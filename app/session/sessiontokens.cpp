// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/sessiontokens.h"

#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

namespace tp::session {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(tokensLog, "tp.session", QtInfoMsg)

namespace {

/// Renewed this long before its end, so that no question meets an old token.
constexpr qint64 EarlyS = 60;

/// After a renewal without an answer; doubled each time up to the longest.
constexpr qint64 FirstPauseS = 5;
constexpr qint64 LongestPauseS = 60;

/// Nobody has said that the sign-in is over.
bool isOpen(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::TooManyRequests ||
           code == ErrorCode::RequestTimeout || code == ErrorCode::Internal;
}

} // namespace

SessionTokens::SessionTokens(QObject *parent) : QObject(parent)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, &SessionTokens::ask);
}

void SessionTokens::begin(const Tokens &tokens, Renewal renewal)
{
    end();
    m_tokens = tokens;
    m_renewal = std::move(renewal);
    if (!tokens.access.isEmpty())
        planNext();
}

void SessionTokens::end()
{
    ++m_generation;
    m_isAsking = false;
    m_failures = 0;
    m_due.stop();
    m_tokens.reset();
    m_renewal = {};
    tell(Error{ErrorCode::Unauthorized, u"signed out meanwhile"_s, {}});
}

const QString &SessionTokens::refreshToken() const
{
    static const QString none;
    return m_tokens ? m_tokens->refresh : none;
}

QByteArray SessionTokens::token() const
{
    return m_tokens ? m_tokens->access : QByteArray();
}

void SessionTokens::renew(const QByteArray &refused, QObject *context, Renewed reply)
{
    const bool isSettled = !m_tokens || (m_tokens->access != refused && !m_isAsking);
    if (!isSettled) {
        m_waiting.push_back({context, std::move(reply)});
        ask();
        return;
    }
    const Result<void> settled =
        m_tokens ? Result<void>() : Error{ErrorCode::Unauthorized, u"nobody is signed in"_s, {}};
    QMetaObject::invokeMethod(
        context, [settled, reply = std::move(reply)] { reply(settled); }, Qt::QueuedConnection);
}

void SessionTokens::ask()
{
    if (m_isAsking || !m_tokens)
        return;
    m_isAsking = true;
    m_due.stop();
    const auto answered = [this, generation = ++m_generation](const Result<Tokens> &tokens) {
        if (generation == m_generation)
            take(tokens);
    };
    if (!m_tokens->refresh.isEmpty()) {
        m_renewal(m_tokens->refresh, this, answered);
        return;
    }
    const Error over{ErrorCode::Unauthorized, u"it cannot be renewed"_s, {}};
    QMetaObject::invokeMethod(
        this, [answered, over] { answered(over); }, Qt::QueuedConnection);
}

void SessionTokens::take(const Result<Tokens> &tokens)
{
    m_isAsking = false;
    if (tokens) {
        m_failures = 0;
        m_tokens = tokens.value();
        planNext();
        emit renewed();
        tell({});
    } else if (isOpen(tokens.error().code)) {
        const qint64 pauseS = std::min(FirstPauseS << std::min(m_failures, 4), LongestPauseS);
        ++m_failures;
        m_due.start(std::chrono::seconds(std::max(pauseS, qint64(tokens.error().retryAfterS))));
        tell(Error{ErrorCode::Unavailable, u"the sign-in could not be renewed"_s, {}});
    } else {
        qCInfo(tokensLog) << "the sign-in was not renewed why=" << tokens.error().detail;
        end();
        emit ended();
    }
}

void SessionTokens::planNext()
{
    const qint64 goodForS = std::clamp(m_tokens->goodForS, qint64(1), qint64(24 * 3600));
    m_due.start(std::chrono::seconds(std::max(goodForS - EarlyS, (goodForS + 1) / 2)));
}

void SessionTokens::tell(const Result<void> &result)
{
    for (const Waiting &one : std::exchange(m_waiting, {})) {
        if (one.context)
            one.reply(result);
    }
}

} // namespace tp::session
