// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/identity.h"

#include "backend/auth/accesstoken.h"
#include "backend/auth/accountroutes.h"
#include "backend/auth/authlog.h"
#include "backend/auth/passwordhash.h"
#include "backend/auth/sessionendservice.h"
#include "backend/auth/sessionroutes.h"
#include "backend/auth/sessionstore.h"
#include "backend/auth/setupservice.h"
#include "backend/auth/signinroutes.h"
#include "backend/auth/userroutes.h"
#include "backend/kernel/secrettext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

/// A token may have been born that long ago and still be in use.
constexpr qint64 ReachMs = auth::AccessLifetimeMs + 60'000;

struct FromOthers
{
    auth::KeyRing ring;
    auth::EndedTokens::Read ended;
};

Result<FromOthers> readFromOthers(storage::Session &session, const auth::SigningKeyService &keys,
                                  qint64 nowMs)
{
    FromOthers read;
    TP_TRY(read.ring, keys.load(session, nowMs));
    TP_TRY(read.ended, auth::SessionStore::ended(session, nowMs - ReachMs));
    return read;
}

} // namespace

auth::PasswordRules passwordRules()
{
    QFile file(u":/auth/most-used-passwords.txt"_s);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return auth::PasswordRules(file.readAll());
}

Identity::Identity(storage::Database &database, const auth::Sealer &sealer, const Clock &clock,
                   Random &random)
    : m_database(database)
    , m_clock(clock)
    , m_random(random)
    , m_passwordRules(passwordRules())
    , m_keyService(sealer, random)
    , m_signIn(m_keys, m_ended, random)
    , m_totp(sealer, random)
    , m_users(m_ended)
    , m_authenticator(m_keys, m_ended, clock)
    , m_refusedTokens(database, clock)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
        readAgain();
        m_refusedTokens.tellCounts();
    });
}

Result<void> Identity::prepare()
{
    Result<FromOthers> read = Error{};
    bool isEmpty = false;
    TP_CHECK(m_database.writeHere([&](storage::UnitOfWork &work) {
        const auto ensured = m_keyService.ensure(work);
        const auto needed = auth::SetupService::isNeeded(work);
        if (!ensured || !needed) {
            read = ensured ? needed.error() : ensured.error();
            return storage::UnitOfWork::Keep::No;
        }
        if (*ensured)
            qCWarning(auth::authLog)
                << "the key file opens none of the shop's keys: made new ones, and "
                   "signed everybody out";
        isEmpty = *needed;
        read = readFromOthers(work, m_keyService, work.nowMs());
        return read ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    }));
    if (!read)
        return read.error();
    m_keys.replace(std::move(read.value().ring));
    m_ended.replace(read.value().ended, m_clock.nowMs(), m_clock.steadyMs());
    if (isEmpty)
        m_setupCode = newTypedCode(m_random);
    std::ignore = auth::PasswordHash::ofNobody(); // Or the first wrong sign-in takes twice as long.
    return {};
}

void Identity::addRoutes(http::Router &router, auth::NameShop nameShop)
{
    auth::addSignInRoutes(router, m_signIn, m_totp);
    auth::addRegistrationRoute(router, m_signIn, m_users, m_passwordRules);
    auth::addTillSignInRoutes(router, m_signIn);
    auth::addSessionRoutes(router, m_signIn, m_ended);
    auth::addKeyRoute(router, [this](qint64 nowMs) { return m_keys.ring()->jwks(nowMs); });
    auth::addProfileRoutes(router, m_users);
    auth::addPasswordRoute(router, m_users, m_passwordRules);
    auth::addTotpRoutes(router, m_totp, m_users);
    auth::addUserRoutes(router, m_users, m_passwordRules);
    auth::addSetupRoute(router, m_signIn, m_users, m_passwordRules, m_setupCode,
                        std::move(nameShop));
}

std::function<bool(const QString &, qint64)> Identity::isCutOff() const
{
    return [this](const QString &userId, qint64 bornMs) {
        return m_ended.isCutOff(userId.toStdString(), bornMs);
    };
}

std::function<Result<void>(storage::UnitOfWork &, TillId)> Identity::endSessionsOfTill()
{
    return [service = auth::SessionEndService(m_ended)](storage::UnitOfWork &work, TillId till) {
        return service.endOfTill(work, till);
    };
}

void Identity::start()
{
    m_timer.start(ReadEveryMs);
}

void Identity::stop()
{
    m_timer.stop();
    m_refusedTokens.tellCounts(0);
}

void Identity::readAgain()
{
    // A full queue answers by itself: what is known grows old, and then nothing is changed.
    std::ignore = m_database.submitRead([this](Result<storage::Snapshot *> snapshot) {
        const qint64 askedAtMs = m_clock.steadyMs();
        const qint64 nowMs = m_clock.nowMs();
        auto read = snapshot ? readFromOthers(**snapshot, m_keyService, nowMs)
                             : Result<FromOthers>(snapshot.error());
        if (!read) {
            qCWarning(auth::authLog)
                << "cannot read which sessions were ended reason=" << read.error().detail;
            return;
        }
        m_keys.replace(std::move(read.value().ring));
        m_ended.replace(read.value().ended, nowMs, askedAtMs);
    });
}

} // namespace tp::daemon
