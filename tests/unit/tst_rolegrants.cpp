// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolegrants.h"
#include "backend/auth/rolenames.h"
#include "backend/contract/wirenames.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QTest>

using tp::Grant;
using tp::Grants;
using tp::Limit;
using tp::Permission;
using tp::Role;
using tp::Roles;
using tp::auth::grantsOf;

using namespace Qt::StringLiterals;

namespace {

/// Who may do what, as the contract has it. A cell stands for every permission of its row, unless
/// it names one of them. "own", "pending", … permit it within that limit; "all" and "yes" without.
constexpr char ContractTable[] = R"(
| permission | customer | cashier | vendor | manager | admin |
|---|---|---|---|---|---|
| `orders.create` | web | pos | – | yes | yes |
| `orders.read_own` / `orders.read_all` | own | all | all | all | yes |
| `orders.update`, `orders.fulfil` | own, pending | yes | yes | yes | yes |
| `orders.cancel` | own, pending | pending | pending | yes | yes |
| `payments.create` | own, card | yes | – | yes | yes |
| `payments.read_all` | – | yes | yes | yes | yes |
| `payments.refund`, `prices.override`, `discounts.over_limit` | – | by approval | – | yes | yes |
| `catalogue.write`, `stock.read`, `stock.adjust` | – | `stock.read` | yes | yes | yes |
| `sagas.read` / `sagas.operate` | – | – | read | yes | yes |
| `reports.read`, `audit.read`, `registers.manage` | – | – | `reports.read` | yes | yes |
| `users.manage` | – | – | – | for roles below manager | yes |
| `settings.write`, `keys.rotate`, `webhooks.manage` | – | – | – | – | yes |
)";

QStringList cellsOf(const QString &line)
{
    QStringList cells = line.split(u'|').mid(1);
    cells.removeLast();
    for (QString &cell : cells)
        cell = cell.trimmed();
    return cells;
}

QStringList namesIn(const QString &cell)
{
    static const QRegularExpression quoted(u"`([a-z._]+)`"_s);
    QStringList names;
    for (auto found = quoted.globalMatch(cell); found.hasNext();)
        names += found.next().captured(1);
    return names;
}

Grant within(const QString &words)
{
    static const QMap<QString, Limit> limits{
        {u"own"_s, Limit::Own},   {u"pending"_s, Limit::Pending},
        {u"web"_s, Limit::Web},   {u"pos"_s, Limit::Pos},
        {u"card"_s, Limit::Card}, {u"by approval"_s, Limit::ByApproval}};
    const QStringList parts = words.split(u", "_s);
    for (const QString &part : parts) {
        if (!limits.contains(part))
            qFatal("no such cell: %s", qPrintable(words));
    }
    return parts.size() == 1 ? Grant::within({limits[parts[0]]})
                             : Grant::within({limits[parts[0]], limits[parts[1]]});
}

/// What a cell says of one of the permissions of its row.
Grant grantIn(const QString &cell, const QString &permission)
{
    if (cell == u"–")
        return {};
    if (cell == u"yes" || cell == u"all")
        return Grant::free();
    if (cell == u"read")
        return permission.endsWith(u".read") ? Grant::free() : Grant();
    if (cell == u"for roles below manager")
        return Grant::within({Limit::BelowManager});
    if (cell.startsWith(u'`'))
        return namesIn(cell).contains(permission) ? Grant::free() : Grant();
    if (cell == u"own" && permission.endsWith(u".read_all"))
        return {};
    // What is fulfilled is never pending, so to be limited to that is not to have it.
    if (permission == u"orders.fulfil")
        return {};
    return within(cell);
}

Permission permissionNamed(const QString &name)
{
    return tp::contract::fromWireName<Permission>(name.toStdString()).value();
}

/// The column of each role, by the table.
QList<Grants> contractColumns()
{
    QList<Grants> columns(int(Role::Count));
    const QStringList lines = QString::fromUtf8(ContractTable).trimmed().split(u'\n');
    for (const QString &line : lines.mid(2)) {
        const QStringList cells = cellsOf(line);
        for (const QString &name : namesIn(cells[0])) {
            for (int role = 0; role < columns.size(); ++role)
                columns[role].add(permissionNamed(name), grantIn(cells[role + 1], name));
        }
    }
    return columns;
}

Roles rolesFrom(std::initializer_list<Role> list)
{
    Roles roles;
    for (const Role role : list)
        roles.set(std::size_t(role));
    return roles;
}

} // namespace

class TestRoleGrants final : public QObject
{
    Q_OBJECT

private slots:
    void theTableNamesTheRolesInTheirOrder();
    void theTableNamesEveryPermissionOnce();
    void everyCellIsAsTheContractSays_data();
    void everyCellIsAsTheContractSays();
    void rolesAddUp();
    void aCustomerWhoIsCashierMaySellInBothWays();
    void nobodyMayNothing();
    void anAdminMayEverythingButWhatIsATills();
    void aTillRecordsSalesAndNothingElse();
    void rolesHaveNames();
};

void TestRoleGrants::theTableNamesTheRolesInTheirOrder()
{
    const QStringList names = cellsOf(QString::fromUtf8(ContractTable).trimmed().split(u'\n')[0]);
    QCOMPARE(names.size(), int(Role::Count) + 1);
    for (int i = 0; i < int(Role::Count); ++i)
        QCOMPARE(tp::roleNamed(names[i + 1].toStdString()), std::optional(Role(i)));
}

void TestRoleGrants::theTableNamesEveryPermissionOnce()
{
    QStringList named;
    for (const QString &line : QString::fromUtf8(ContractTable).trimmed().split(u'\n').mid(2))
        named += namesIn(cellsOf(line)[0]);
    named += u"sales.record"_s; // Of tills alone.
    QStringList known;
    for (int i = 0; i < int(Permission::Count); ++i) {
        const std::string_view name = tp::contract::wireName(Permission(i));
        known += QString::fromUtf8(name.data(), qsizetype(name.size()));
    }
    named.sort();
    known.sort();
    QCOMPARE(named, known);
}

void TestRoleGrants::everyCellIsAsTheContractSays_data()
{
    QTest::addColumn<int>("role");
    QTest::addColumn<int>("permission");
    for (int role = 0; role < int(Role::Count); ++role) {
        for (int permission = 0; permission < int(Permission::Count); ++permission) {
            const auto what = std::string(tp::roleName(Role(role))) + ' ' +
                              std::string(tp::contract::wireName(Permission(permission)));
            QTest::newRow(what.c_str()) << role << permission;
        }
    }
}

void TestRoleGrants::everyCellIsAsTheContractSays()
{
    QFETCH(int, role);
    QFETCH(int, permission);
    static const QList<Grants> columns = contractColumns();
    const Grant wanted = columns[role].at(Permission(permission));
    const Grant given = grantsOf(Role(role)).at(Permission(permission));
    QCOMPARE(given.isGiven(), wanted.isGiven());
    for (int limit = 0; limit < int(Limit::Count); ++limit)
        QCOMPARE(given.isLimitedTo(Limit(limit)), wanted.isLimitedTo(Limit(limit)));
}

void TestRoleGrants::rolesAddUp()
{
    const QList<Grants> columns = contractColumns();
    for (unsigned bits = 0; bits < 1U << unsigned(Role::Count); ++bits) {
        Grants wanted;
        for (int role = 0; role < int(Role::Count); ++role) {
            if (bits & 1U << unsigned(role))
                wanted.add(columns[role]);
        }
        QVERIFY(grantsOf(Roles(bits)) == wanted);
    }
}

void TestRoleGrants::aCustomerWhoIsCashierMaySellInBothWays()
{
    const Grants grants = grantsOf(rolesFrom({Role::Customer, Role::Cashier}));
    QCOMPARE(grants.at(Permission::OrdersCreate), Grant::free());
    QCOMPARE(grants.at(Permission::OrdersCancel), Grant::within({Limit::Pending}));
    QCOMPARE(grants.at(Permission::PaymentsCreate), Grant::free());
    QCOMPARE(grants.at(Permission::PaymentsRefund), Grant::within({Limit::ByApproval}));
    QVERIFY(!grants.at(Permission::CatalogueWrite).isGiven());
}

void TestRoleGrants::nobodyMayNothing()
{
    QVERIFY(grantsOf(Roles()) == Grants());
}

void TestRoleGrants::anAdminMayEverythingButWhatIsATills()
{
    for (int i = 0; i < int(Permission::Count); ++i) {
        const bool isTills = Permission(i) == Permission::SalesRecord;
        QCOMPARE(grantsOf(Role::Admin).at(Permission(i)), isTills ? Grant() : Grant::free());
    }
}

void TestRoleGrants::aTillRecordsSalesAndNothingElse()
{
    const Grants till = tp::auth::grantsOfTill();
    for (int i = 0; i < int(Permission::Count); ++i)
        QCOMPARE(till.at(Permission(i)).isGiven(), Permission(i) == Permission::SalesRecord);
}

void TestRoleGrants::rolesHaveNames()
{
    for (int i = 0; i < int(Role::Count); ++i) {
        const std::string_view name = tp::roleName(Role(i));
        QCOMPARE(tp::roleNamed(name), std::optional(Role(i)));
        QCOMPARE(tp::contract::wireName(Role(i)), name);
    }
    for (const char *name : {"", "Admin", "ADMIN", "owner", "admin ", "till"})
        QVERIFY(!tp::roleNamed(name));
    QCOMPARE(tp::auth::roleNamesJson({}), std::string("[]"));
    QCOMPARE(tp::auth::roleNamesJson(rolesFrom({Role::Admin, Role::Cashier})),
             std::string(R"(["cashier","admin"])"));
}

TP_TEST(TestRoleGrants)
#include "tst_rolegrants.moc"
