// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/rolegrants.h"

namespace tp::auth {
namespace {

using enum Permission;
using L = Limit;

struct PermissionRow
{
    Permission permission;
    Grant customer;
    Grant cashier;
    Grant vendor;
    Grant manager;
};

constexpr Grant No{};
constexpr Grant Yes = Grant::free();

constexpr Grant within(std::initializer_list<Limit> limits)
{
    return Grant::within(limits);
}

// An admin may do everything; only a till may record sales as itself. The contract limits a
// customer's orders.fulfil to what is pending, and only what is confirmed can be fulfilled
// (orders/orderstate.h): that is never, and it is the shop that says that an order is ready.
// clang-format off
constexpr PermissionRow PermissionRows[] = {
    // permission        customer                      cashier                  vendor                manager
    {OrdersCreate,       within({L::Web}),             within({L::Pos}),        No,                   Yes},
    {OrdersReadOwn,      within({L::Own}),             Yes,                     Yes,                  Yes},
    {OrdersReadAll,      No,                           Yes,                     Yes,                  Yes},
    {OrdersUpdate,       within({L::Own, L::Pending}), Yes,                     Yes,                  Yes},
    {OrdersFulfil,       No,                           Yes,                     Yes,                  Yes},
    {OrdersCancel,       within({L::Own, L::Pending}), within({L::Pending}),    within({L::Pending}), Yes},
    {PaymentsCreate,     within({L::Own, L::Card}),    Yes,                     No,                   Yes},
    {PaymentsReadAll,    No,                           Yes,                     Yes,                  Yes},
    {PaymentsRefund,     No,                           within({L::ByApproval}), No,                   Yes},
    {PricesOverride,     No,                           within({L::ByApproval}), No,                   Yes},
    {DiscountsOverLimit, No,                           within({L::ByApproval}), No,                   Yes},
    {CatalogueWrite,     No,                           No,                      Yes,                  Yes},
    {StockRead,          No,                           Yes,                     Yes,                  Yes},
    {StockAdjust,        No,                           No,                      Yes,                  Yes},
    {SagasRead,          No,                           No,                      Yes,                  Yes},
    {SagasOperate,       No,                           No,                      No,                   Yes},
    {ReportsRead,        No,                           No,                      Yes,                  Yes},
    {AuditRead,          No,                           No,                      No,                   Yes},
    {RegistersManage,    No,                           No,                      No,                   Yes},
    {UsersManage,        No,                           No,                      No,                   within({L::BelowManager})},
    {SettingsWrite,      No,                           No,                      No,                   No},
    {KeysRotate,         No,                           No,                      No,                   No},
    {WebhooksManage,     No,                           No,                      No,                   No},
    {SalesRecord,        No,                           No,                      No,                   No},
};
// clang-format on

Grants column(Grant PermissionRow::*role)
{
    Grants grants;
    for (const PermissionRow &row : PermissionRows)
        grants.add(row.permission, row.*role);
    return grants;
}

Grants everything()
{
    Grants grants;
    for (int i = 0; i < int(Permission::Count); ++i) {
        if (Permission(i) != SalesRecord)
            grants.add(Permission(i), Yes);
    }
    return grants;
}

} // namespace

const Grants &grantsOf(Role role)
{
    static const Grants table[] = {column(&PermissionRow::customer),
                                   column(&PermissionRow::cashier), column(&PermissionRow::vendor),
                                   column(&PermissionRow::manager), everything()};
    static_assert(std::size(PermissionRows) == std::size_t(Permission::Count));
    return table[std::size_t(role)];
}

Grants grantsOf(const Roles &roles)
{
    Grants grants;
    for (int i = 0; i < int(Role::Count); ++i) {
        if (hasRole(roles, Role(i)))
            grants.add(grantsOf(Role(i)));
    }
    return grants;
}

Grants grantsOfTill()
{
    Grants grants;
    grants.add(SalesRecord, Yes);
    return grants;
}

} // namespace tp::auth
