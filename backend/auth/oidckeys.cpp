// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/oidckeys.h"

#include "backend/auth/authlog.h"
#include "backend/auth/oidcdiscovery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

constexpr int FetchMs = 5'000; ///< For both documents together.
constexpr qint64 NewsPauseMs = 60'000;
constexpr qint64 FirstPauseMs = 5'000;    ///< Between two tries to have any keys at all.
constexpr qint64 TroublePauseMs = 30'000; ///< Until an issuer in trouble is looked at again.
constexpr qint64 KeysHoldMs = 24 * 60 * 60 * 1000LL;
constexpr std::size_t WaitingMax = 1'000;

Error unavailableFor(qint64 ms)
{
    Error error{ErrorCode::Unavailable, u"the issuer's keys cannot be had"_s, {}};
    error.retryAfterS = int(std::max<qint64>(1, (ms + 999) / 1000));
    return error;
}

} // namespace

OidcKeys::OidcKeys(QString issuer, KeySource &source, const Clock &clock)
    : m_issuer(std::move(issuer))
    , m_source(source)
    , m_clock(clock)
    , m_trouble(u"it was not asked yet"_s)
{}

OidcKeys::Keys OidcKeys::knownLocked(qint64 nowMs) const
{
    return m_hadMs && nowMs - *m_hadMs < KeysHoldMs ? m_keys : nullptr;
}

/// How long until they may be asked for again.
qint64 OidcKeys::waitLocked(qint64 nowMs) const
{
    const bool hasKeys = knownLocked(nowMs) != nullptr;
    const std::optional<qint64> last = hasKeys ? m_newsTriedMs : m_triedMs;
    const qint64 pause = hasKeys ? NewsPauseMs : FirstPauseMs;
    return last ? std::max<qint64>(0, *last + pause - nowMs) : 0;
}

Error OidcKeys::unreachableLocked(qint64 nowMs) const
{
    return unavailableFor(waitLocked(nowMs));
}

OidcKeys::Keys OidcKeys::known() const
{
    const std::lock_guard lock(m_mutex);
    return knownLocked(m_clock.steadyMs());
}

bool OidcKeys::mayHaveNews() const
{
    const std::lock_guard lock(m_mutex);
    return m_isFetching || !m_trouble.isEmpty() || waitLocked(m_clock.steadyMs()) == 0;
}

void OidcKeys::find(const Jwt &jwt, const Found &found)
{
    std::optional<Result<Keys>> answer;
    bool mustFetch = false;
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = m_clock.steadyMs();
        const Keys keys = knownLocked(now);
        if (keys && keyFor(*keys, jwt)) {
            answer = keys;
        } else if (m_isFetching || waitLocked(now) == 0) {
            if (m_waiting.size() >= WaitingMax)
                answer = unreachableLocked(now);
            else
                m_waiting.push_back(found);
            mustFetch = !m_isFetching;
            if (mustFetch && keys)
                m_newsTriedMs = now;
            m_isFetching = true;
        } else {
            answer = keys && m_trouble.isEmpty() ? Result<Keys>(keys) : unreachableLocked(now);
        }
    }
    if (mustFetch)
        fetch();
    if (answer)
        found(*std::move(answer));
}

void OidcKeys::keepFresh(qint64 ageMs)
{
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = m_clock.steadyMs();
        const qint64 pause = m_trouble.isEmpty() ? ageMs : std::min(ageMs, TroublePauseMs);
        if (m_isFetching || (m_triedMs && now - *m_triedMs < pause))
            return;
        m_isFetching = true;
    }
    fetch();
}

/// Whoever calls has said m_isFetching. Nothing is locked: the source may answer at once.
void OidcKeys::fetch()
{
    const qint64 now = m_clock.steadyMs();
    {
        const std::lock_guard lock(m_mutex);
        m_triedMs = now;
    }
    m_source.get(
        discoveryUrlOf(m_issuer), FetchMs,
        [self = shared_from_this(), until = now + FetchMs](const Result<std::string> &text) {
            if (!text)
                return self->finish(text.error());
            const auto url = keysUrlOf(*text, self->m_issuer);
            if (!url)
                return self->finish(url.error());
            self->fetchKeys(*url, until);
        });
}

void OidcKeys::fetchKeys(const QUrl &url, qint64 untilMs)
{
    const qint64 left = std::max<qint64>(1, untilMs - m_clock.steadyMs());
    m_source.get(url, int(left), [self = shared_from_this()](const Result<std::string> &text) {
        if (!text)
            return self->finish(text.error());
        self->finish(parseJwkSet(*text));
    });
}

void OidcKeys::finish(Result<JwkSet> keys)
{
    std::vector<Found> waiting;
    std::optional<Result<Keys>> answer;
    {
        const std::lock_guard lock(m_mutex);
        m_isFetching = false;
        waiting.swap(m_waiting);
        const qint64 now = m_clock.steadyMs();
        note(keys ? QString() : keys.error().detail);
        if (keys) {
            m_keys = std::make_shared<const JwkSet>(std::move(keys).value());
            m_hadMs = now;
            answer = m_keys;
        } else {
            answer = unreachableLocked(now);
        }
    }
    for (const Found &found : waiting)
        found(*answer);
}

/// Says in the log when it begins, changes and ends.
void OidcKeys::note(const QString &trouble)
{
    if (!trouble.isEmpty() && m_trouble != trouble)
        qCWarning(authLog).nospace() << "no keys from issuer=" << m_issuer << " reason=" << trouble;
    else if (!m_trouble.isEmpty() && trouble.isEmpty())
        qCInfo(authLog).nospace() << "keys had from issuer=" << m_issuer;
    m_trouble = trouble;
}

IssuerHealth OidcKeys::health() const
{
    const std::lock_guard lock(m_mutex);
    IssuerHealth health{m_issuer, m_trouble, std::nullopt};
    if (m_hadMs)
        health.keysAgeMs = m_clock.steadyMs() - *m_hadMs;
    return health;
}

} // namespace tp::auth
