// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/throttleservice.h"

#include "backend/journal/auditlog.h"
#include "backend/kernel/secrettext.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

using Kind = AttemptStore::Kind;

Result<void> check(storage::Session &session, Kind kind, const std::string &key, qint64 windowMs,
                   qint64 most, qint64 nowMs)
{
    TP_TRY(const auto count, AttemptStore::since(session, kind, key, nowMs - windowMs));
    if (count.tries < most)
        return {};
    const qint64 waitMs = count.oldestMs + windowMs - nowMs;
    Error error{ErrorCode::TooManyRequests, u"too many tries: wait and try again"_s, {}};
    error.retryAfterS = int(std::max<qint64>(1, (waitMs + 999) / 1000));
    return error;
}

} // namespace

std::string ThrottleService::accountKey(const QString &emailKey)
{
    return secretHash(emailKey.toStdString());
}

std::string ThrottleService::addressKey(const std::string &address)
{
    std::array<unsigned char, 16> bytes{};
    if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1)
        return address;
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    return std::string(text.data()) + "/64";
}

Result<void> ThrottleService::checkSignIn(storage::Session &session, const std::string &account,
                                          const std::string &address, qint64 nowMs)
{
    TP_CHECK(check(session, Kind::Account, account, WindowMs, AccountMax, nowMs));
    return check(session, Kind::Address, addressKey(address), WindowMs, AddressMax, nowMs);
}

Result<void> ThrottleService::checkSignInAgain(storage::UnitOfWork &work,
                                               const std::string &account,
                                               const std::string &address)
{
    // Always in this order, or two of them could wait for each other.
    TP_CHECK(AttemptStore::lock(work, Kind::Account, account));
    TP_CHECK(AttemptStore::lock(work, Kind::Address, addressKey(address)));
    return checkSignIn(work, account, address, work.nowMs());
}

Result<void> ThrottleService::noteWrongSignIn(storage::UnitOfWork &work, const std::string &account,
                                              const Act &act)
{
    TP_CHECK(AttemptStore::add(work, Kind::Account, account));
    TP_CHECK(AttemptStore::add(work, Kind::Address, addressKey(act.origin.address)));
    TP_TRY(const auto count,
           AttemptStore::since(work, Kind::Account, account, work.nowMs() - WindowMs));
    if (count.tries != AccountMax)
        return {};
    return journal::AuditLog::add(work, act.origin, {"sign_in.throttled", {}});
}

Result<void> ThrottleService::checkRegistration(storage::Session &session,
                                                const std::string &address, qint64 nowMs)
{
    return check(session, Kind::Registration, addressKey(address), RegistrationWindowMs,
                 RegistrationsMax, nowMs);
}

Result<void> ThrottleService::noteRegistration(storage::UnitOfWork &work,
                                               const std::string &address)
{
    return AttemptStore::add(work, Kind::Registration, addressKey(address));
}

} // namespace tp::auth
