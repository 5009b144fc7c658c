// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/endedtokens.h"
#include "backend/auth/keyholder.h"
#include "backend/http/authenticator.h"
#include "backend/kernel/clock.h"

#include <mutex>
#include <string>
#include <unordered_map>

namespace tp::auth {

/// Judges the tokens that this shop signed itself. What was found good is remembered by its hash,
/// so that a signature is checked once and not on each request; whether it was ended since is asked
/// each time. RFC 8725: the key says by which algorithm, the token does not.
class TokenAuthenticator final : public http::Authenticator
{
public:
    /// Clocks of two backends may differ that much; a token that has ended has ended.
    static constexpr qint64 ClockDifferenceS = 60;
    static constexpr std::size_t RememberedMax = 8192;

    TokenAuthenticator(const KeyHolder &keys, const EndedTokens &ended, const Clock &clock)
        : m_keys(keys)
        , m_ended(ended)
        , m_clock(clock)
    {}

    Verdict check(std::string_view token) const override;
    void admit(const std::string &token, const Origin &origin, Admitted done) override;
    Result<void> mayWrite() const override;

    /// Whether it was signed here and seen lately; it may have ended.
    bool isRemembered(std::string_view token) const;

    /// Never above RememberedMax.
    std::size_t rememberedCount() const
    {
        const std::lock_guard lock(m_mutex);
        return m_known.size();
    }

private:
    struct Known
    {
        Actor actor;
        std::string sessionId;
        std::string kid;
        qint64 bornMs = 0;
    };

    Result<Known> judged(std::string_view token, qint64 nowMs) const;
    Result<void> checkStanding(const Known &known, qint64 nowMs) const;
    std::optional<Known> remembered(const std::string &hash) const;
    void remember(const std::string &hash, const Known &known, qint64 nowMs) const;

    const KeyHolder &m_keys;
    const EndedTokens &m_ended;
    const Clock &m_clock;

    mutable std::mutex m_mutex; ///< Guards m_known.
    mutable std::unordered_map<std::string, Known> m_known;
};

} // namespace tp::auth
