// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signingkeyservice.h"

#include "backend/auth/accesstoken.h"
#include "backend/auth/sessionstore.h"
#include "backend/auth/signingkeystore.h"
#include "backend/journal/auditlog.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

constexpr qint64 ActiveAfterMs = 60'000;
constexpr qint64 ClockDifferenceMs = 5 * 60'000;

std::string sealedAs(const std::string &kid)
{
    return "signing_key " + kid;
}

} // namespace

Result<std::string> SigningKeyService::add(storage::UnitOfWork &work, qint64 activeFromMs) const
{
    const SigningKey key = SigningKey::make(m_random);
    TP_CHECK(SigningKeyStore::insert(
        work, {key.kid, m_sealer.seal(key.seed(), sealedAs(key.kid), m_random), activeFromMs, {}}));
    return key.kid;
}

std::optional<SigningKey> SigningKeyService::opened(const std::string &kid,
                                                    const std::string &sealed) const
{
    const auto seed = m_sealer.open(sealed, sealedAs(kid));
    if (!seed || seed->size() != SigningKey::SeedBytes)
        return std::nullopt;
    return SigningKey::fromSeed(*seed);
}

Result<bool> SigningKeyService::opensAny(storage::UnitOfWork &work) const
{
    TP_TRY(const auto rows, SigningKeyStore::usable(work, work.nowMs()));
    return rows.empty() ||
           std::any_of(rows.begin(), rows.end(), [this](const SigningKeyStore::Row &row) {
               return opened(row.kid, row.sealed).has_value();
           });
}

Result<bool> SigningKeyService::ensure(storage::UnitOfWork &work) const
{
    TP_CHECK(SigningKeyStore::ensureShopId(work));
    TP_CHECK(SigningKeyStore::lock(work));
    TP_TRY(const auto rows, SigningKeyStore::usable(work, work.nowMs()));
    bool hasKey = false;
    bool hasForeign = false;
    for (const SigningKeyStore::Row &row : rows) {
        if (opened(row.kid, row.sealed)) {
            hasKey = true;
            continue;
        }
        hasForeign = true;
        TP_CHECK(SigningKeyStore::retire(work, row.kid, work.nowMs()));
    }
    if (hasForeign) {
        TP_CHECK(SessionStore::endAll(work));
        TP_CHECK(journal::AuditLog::add(work, {}, {"keys.lost", {}}));
    }
    if (!hasKey)
        TP_CHECK(add(work, work.nowMs()));
    return hasForeign;
}

Result<std::string> SigningKeyService::rotate(storage::UnitOfWork &work) const
{
    TP_CHECK(SigningKeyStore::ensureShopId(work));
    TP_CHECK(SigningKeyStore::lock(work));
    TP_TRY(const bool isOurs, opensAny(work));
    if (!isOurs)
        return Error{ErrorCode::Conflict,
                     u"this key file opens none of the shop's keys: name the backends' own"_s,
                     {}};
    const qint64 activeFromMs = work.nowMs() + ActiveAfterMs;
    TP_TRY(const std::string kid, add(work, activeFromMs));
    TP_CHECK(SigningKeyStore::retireOthers(work, kid,
                                           activeFromMs + AccessLifetimeMs + ClockDifferenceMs));
    TP_CHECK(journal::AuditLog::add(work, {}, {"keys.rotated", kid}));
    return kid;
}

Result<KeyRing> SigningKeyService::load(storage::Session &session, qint64 nowMs) const
{
    TP_TRY(std::string shopId, SigningKeyStore::shopId(session));
    TP_TRY(const auto rows, SigningKeyStore::usable(session, nowMs));
    std::vector<SigningKey> keys;
    for (const SigningKeyStore::Row &row : rows) {
        auto key = opened(row.kid, row.sealed);
        if (!key)
            continue;
        key->activeFromMs = row.activeFromMs;
        key->retiredAtMs = row.retiredAtMs;
        keys.push_back(*std::move(key));
    }
    return KeyRing(std::move(shopId), std::move(keys));
}

} // namespace tp::auth
