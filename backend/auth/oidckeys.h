// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/jwk.h"
#include "backend/auth/keysource.h"
#include "backend/kernel/clock.h"

#include <QString>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace tp::auth {

/// How an issuer is, for a health route.
struct IssuerHealth
{
    QString issuer;
    QString trouble; ///< Why its keys could not be had last time; empty: they could.
    std::optional<qint64> keysAgeMs; ///< None: there are none.
};

/// What one issuer signs with, fetched from it and kept. A name that is not among the keys has them
/// fetched anew, at most once a minute, or whoever sends tokens with made-up names would have us
/// call the issuer all day. While it cannot be reached, its last keys hold for a day. Any thread.
class OidcKeys : public std::enable_shared_from_this<OidcKeys>
{
public:
    using Keys = std::shared_ptr<const JwkSet>;

    /// `source` and `clock` outlive it.
    OidcKeys(QString issuer, KeySource &source, const Clock &clock);

    /// Null: none that still hold.
    Keys known() const;

    /// Whether find() might have better news of a key that is not among the known ones.
    bool mayHaveNews() const;

    /// The keys among which the one that `jwt` names should be, fetched first when it is not known.
    /// Unavailable, with the time after which to try again, while nobody can say: the token may be
    /// a good one. `found` is called once, on any thread, perhaps before this returns.
    using Found = std::function<void(Result<Keys>)>;
    void find(const Jwt &jwt, const Found &found);

    /// Fetches them when they were not asked for within `ageMs`, or less while there is trouble.
    void keepFresh(qint64 ageMs);

    IssuerHealth health() const;

private:
    Keys knownLocked(qint64 nowMs) const;
    qint64 waitLocked(qint64 nowMs) const;
    Error unreachableLocked(qint64 nowMs) const;
    void fetch();
    void fetchKeys(const QUrl &url, qint64 untilMs);
    void finish(Result<JwkSet> keys);
    void note(const QString &trouble);

    const QString m_issuer;
    KeySource &m_source;
    const Clock &m_clock;

    mutable std::mutex m_mutex; ///< Guards all below.
    Keys m_keys;
    std::optional<qint64> m_hadMs;       ///< When they came.
    std::optional<qint64> m_triedMs;     ///< When they were asked for last.
    std::optional<qint64> m_newsTriedMs; ///< The same, because of a key that was not among them.
    QString m_trouble;
    bool m_isFetching = false;
    std::vector<Found> m_waiting;
};

} // namespace tp::auth
