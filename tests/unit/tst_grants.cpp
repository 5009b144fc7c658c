// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/actor.h"
#include "backend/kernel/grant.h"
#include "tests/support/testmain.h"

#include <QTest>

using tp::Grant;
using tp::Grants;
using tp::Limit;
using tp::Permission;

namespace {

constexpr Grant Nothing{};
constexpr Grant Everything = Grant::free();

const Grant SomeGrants[] = {Nothing,
                            Everything,
                            Grant::within({Limit::Own}),
                            Grant::within({Limit::Pending}),
                            Grant::within({Limit::Own, Limit::Pending}),
                            Grant::within({Limit::Own, Limit::Card}),
                            Grant::within({Limit::Own, Limit::Pending, Limit::Card}),
                            Grant::within({Limit::Web}),
                            Grant::within({Limit::Pos}),
                            Grant::within({Limit::ByApproval}),
                            Grant::within({Limit::BelowManager})};

/// Whether `wide` permits whatever `narrow` does.
bool permitsAllOf(Grant wide, Grant narrow)
{
    if (!narrow.isGiven())
        return true;
    bool isWider = wide.isGiven();
    for (int i = 0; i < int(Limit::Count); ++i)
        isWider = isWider && (narrow.isLimitedTo(Limit(i)) || !wide.isLimitedTo(Limit(i)));
    return isWider;
}

} // namespace

class TestGrants final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsGivenUnlessSaid();
    void aFreeGrantKnowsNoLimit();
    void eachLimitIsItsOwn();
    void nothingAddsNothing();
    void whatIsFreeStaysFree();
    void onlyLimitsThatBothHaveRemain();
    void addingKnowsNoOrder();
    void addingNeverTakesAway();
    void grantsAddUpPermissionByPermission();
    void anActorMayWhatTheGrantsSay();
};

void TestGrants::nothingIsGivenUnlessSaid()
{
    QVERIFY(!Nothing.isGiven());
    for (int i = 0; i < int(Permission::Count); ++i)
        QCOMPARE(Grants().at(Permission(i)), Nothing);
}

void TestGrants::aFreeGrantKnowsNoLimit()
{
    QVERIFY(Everything.isGiven());
    for (int i = 0; i < int(Limit::Count); ++i)
        QVERIFY(!Everything.isLimitedTo(Limit(i)));
    QCOMPARE(Grant::within({}), Everything);
}

void TestGrants::eachLimitIsItsOwn()
{
    for (int one = 0; one < int(Limit::Count); ++one) {
        const Grant grant = Grant::within({Limit(one)});
        QVERIFY(grant.isGiven());
        for (int other = 0; other < int(Limit::Count); ++other)
            QCOMPARE(grant.isLimitedTo(Limit(other)), one == other);
    }
    QCOMPARE(Grant::within({Limit::Own, Limit::Card}), Grant::within({Limit::Card, Limit::Own}));
}

void TestGrants::nothingAddsNothing()
{
    for (const Grant grant : SomeGrants) {
        QCOMPARE(grant.plus(Nothing), grant);
        QCOMPARE(Nothing.plus(grant), grant);
        QCOMPARE(grant.plus(grant), grant);
    }
}

void TestGrants::whatIsFreeStaysFree()
{
    for (const Grant grant : SomeGrants)
        QCOMPARE(Everything.plus(grant), Everything);
}

void TestGrants::onlyLimitsThatBothHaveRemain()
{
    const Grant own = Grant::within({Limit::Own});
    const Grant pending = Grant::within({Limit::Pending});
    const Grant both = Grant::within({Limit::Own, Limit::Pending});
    QCOMPARE(both.plus(pending), pending);
    QCOMPARE(both.plus(own), own);
    // "Mine, or what is pending" has no spelling of its own: it is free of both limits.
    QCOMPARE(own.plus(pending), Everything);
    QCOMPARE(Grant::within({Limit::Web}).plus(Grant::within({Limit::Pos})), Everything);
}

void TestGrants::addingKnowsNoOrder()
{
    for (const Grant a : SomeGrants) {
        for (const Grant b : SomeGrants) {
            QCOMPARE(a.plus(b), b.plus(a));
            for (const Grant c : SomeGrants)
                QCOMPARE(a.plus(b).plus(c), a.plus(b.plus(c)));
        }
    }
}

void TestGrants::addingNeverTakesAway()
{
    for (const Grant a : SomeGrants) {
        for (const Grant b : SomeGrants) {
            QVERIFY(permitsAllOf(a.plus(b), a));
            QVERIFY(permitsAllOf(a.plus(b), b));
        }
    }
}

void TestGrants::grantsAddUpPermissionByPermission()
{
    Grants one;
    one.add(Permission::StockRead, Everything);
    one.add(Permission::OrdersCancel, Grant::within({Limit::Own, Limit::Pending}));
    Grants other;
    other.add(Permission::OrdersCancel, Grant::within({Limit::Pending}));
    other.add(Permission::UsersManage, Grant::within({Limit::BelowManager}));
    one.add(other);
    QCOMPARE(one.at(Permission::StockRead), Everything);
    QCOMPARE(one.at(Permission::OrdersCancel), Grant::within({Limit::Pending}));
    QCOMPARE(one.at(Permission::UsersManage), Grant::within({Limit::BelowManager}));
    QCOMPARE(one.at(Permission::KeysRotate), Nothing);
}

void TestGrants::anActorMayWhatTheGrantsSay()
{
    tp::Actor actor;
    QVERIFY(!actor.isKnown());
    QVERIFY(!actor.may(Permission::StockRead));
    actor.grants.add(Permission::StockRead, Grant::within({Limit::Own}));
    QVERIFY(actor.may(Permission::StockRead));
    QVERIFY(!actor.may(Permission::StockAdjust));
}

TP_TEST(TestGrants)
#include "tst_grants.moc"
