// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/signingkeyservice.h"
#include "backend/auth/signinservice.h"
#include "backend/auth/tokenauthenticator.h"
#include "backend/auth/userservice.h"
#include "backend/auth/userstore.h"
#include "tests/storage/freshshop.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Result;
using tp::Role;
using tp::Roles;
using tp::UserId;
using tp::auth::Opened;
using tp::auth::User;
using tp::auth::UserChange;
using tp::auth::UserService;
using tp::storage::UnitOfWork;
using tp::test::FreshShop;

namespace {

Roles only(Role role)
{
    Roles roles;
    roles.set(std::size_t(role));
    return roles;
}

} // namespace

/// A token is born before one change of what its user is and after another, to the millisecond and
/// whatever other backends take for the time.
class TestTokenBirths : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { tp::test::FreshDatabases::addRows(); }

    void init()
    {
        QFETCH_GLOBAL(int, dialect);
        m_shop = std::make_unique<FreshShop>(m_databases, tp::storage::Dialect(dialect));
        QVERIFY(m_shop->isOpen());
        QVERIFY(m_shop->write([this](UnitOfWork &work) -> Result<void> {
            TP_CHECK(m_keyService.ensure(work));
            TP_TRY(auto ring, m_keyService.load(work, work.nowMs()));
            m_keys.replace(std::move(ring));
            return {};
        }));
        m_user = addUser(Role::Cashier);
    }

    void cleanup() { m_shop.reset(); }

    void withinOneMillisecondOnlyTheLastTokenIsGood()
    {
        Opened first = signIn();
        QVERIFY(isGood(first));
        changeRoles(Role::Vendor);
        QVERIFY(!isGood(first));
        const Opened second = refresh(first);
        QVERIFY(isGood(second));
        QVERIFY(roleIn(second, Role::Vendor));
        changeRoles(Role::Customer);
        changeRoles(Role::Cashier);
        QVERIFY(!isGood(second));
        const Opened third = refresh(second);
        QVERIFY(isGood(third));
        QVERIFY(isGood(signIn()));
    }

    void aTokenOfABackendThatIsAheadIsCutOff()
    {
        const qint64 nowMs = m_databases.clock.nowMs();
        m_databases.clock.setNowMs(nowMs + 30'000);
        const Opened ahead = signIn();
        m_databases.clock.setNowMs(nowMs);
        QVERIFY(isGood(ahead));
        changeRoles(Role::Vendor);
        QVERIFY(!isGood(ahead));
        const Opened next = refresh(ahead);
        QVERIFY(isGood(next));
        QVERIFY(roleIn(next, Role::Vendor));
        changeRoles(Role::Cashier);
        QVERIFY(!isGood(next));
        QVERIFY(isGood(refresh(next)));
    }

    void othersLearnWhatWasCutOff()
    {
        const Opened opened = signIn();
        const UserId other = m_user;
        m_user = addUser(Role::Cashier);
        const Opened bystander = signIn();
        m_user = other;
        changeRoles(Role::Vendor);
        tp::auth::EndedTokens elsewhere;
        const tp::auth::TokenAuthenticator there(m_keys, elsewhere, m_databases.clock);
        QVERIFY(std::holds_alternative<tp::Actor>(there.check(opened.accessToken)));
        m_shop->read([&](tp::storage::Snapshot &snapshot) {
            const auto read = tp::auth::SessionStore::ended(snapshot, 0);
            QVERIFY(read);
            elsewhere.replace(*read, m_databases.clock.nowMs(), 0);
        });
        QVERIFY(std::holds_alternative<tp::Error>(there.check(opened.accessToken)));
        QVERIFY(std::holds_alternative<tp::Actor>(there.check(bystander.accessToken)));
    }

    void aSessionThatEndedGoesOnNoMore()
    {
        const Opened opened = signIn();
        change([](UserChange &change) { change.isActive = false; });
        QVERIFY(!isGood(opened));
        QVERIFY(!refreshed(opened));
        change([](UserChange &change) { change.isActive = true; });
        QVERIFY(!isGood(opened));
        QVERIFY(!refreshed(opened));
        QVERIFY(isGood(signIn()));
    }

private:
    UserId addUser(Role role)
    {
        UserId id;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            tp::auth::NewUserDetails details;
            details.roles = only(role);
            TP_TRY(const auto created, m_users.create(work, {}, details));
            id = created.id;
            return {};
        });
        return done ? id : UserId();
    }

    Opened signIn()
    {
        Opened opened;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(const User user, UserService::foundToChange(work, m_user));
            TP_TRY(opened, m_signIn.open(work, user, {}, {}));
            return {};
        });
        return done ? opened : Opened();
    }

    std::optional<Opened> refreshed(const Opened &before)
    {
        std::optional<Opened> opened;
        const auto done = m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(const auto refreshed, m_signIn.refresh(work, before.refreshToken, {}));
            opened = refreshed.opened;
            return {};
        });
        return done ? opened : std::nullopt;
    }

    Opened refresh(const Opened &before) { return refreshed(before).value_or(Opened()); }

    template <typename Fill>
    void change(Fill fill)
    {
        QVERIFY(m_shop->write([&](UnitOfWork &work) -> Result<void> {
            TP_TRY(const User before, UserService::foundToChange(work, m_user));
            UserChange change;
            fill(change);
            return m_users.change(work, {}, before, change);
        }));
    }

    void changeRoles(Role role)
    {
        change([role](UserChange &change) { change.roles = only(role); });
    }

    bool isGood(const Opened &opened) const
    {
        return std::holds_alternative<tp::Actor>(m_authenticator.check(opened.accessToken));
    }

    bool roleIn(const Opened &opened, Role role) const
    {
        return std::get<tp::Actor>(m_authenticator.check(opened.accessToken)).roles == only(role);
    }

    tp::test::FreshDatabases m_databases;
    tp::auth::KeyHolder m_keys;
    tp::auth::EndedTokens m_ended;
    tp::auth::SigningKeyService m_keyService{tp::auth::Sealer({}), m_databases.random};
    tp::auth::SignInService m_signIn{m_keys, m_ended, m_databases.random};
    UserService m_users{m_ended};
    tp::auth::TokenAuthenticator m_authenticator{m_keys, m_ended, m_databases.clock};
    std::unique_ptr<FreshShop> m_shop;
    UserId m_user;
};

TP_TEST(TestTokenBirths)
#include "tst_tokenbirths.moc"
