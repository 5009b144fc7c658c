// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/roletext.h"

#include <QLocale>

namespace tp::ui {

QString RoleText::role(Role role)
{
    switch (role) {
    case Role::Customer:
        return tr("Customer");
    case Role::Cashier:
        return tr("Cashier");
    case Role::Vendor:
        //: Looks after goods, sells nothing.
        return tr("Vendor");
    case Role::Manager:
        return tr("Manager");
    case Role::Admin:
        //: The role of who owns the shop.
        return tr("Owner");
    case Role::Count:
        break;
    }
    return {};
}

QString RoleText::highest(const Roles &roles)
{
    for (int role = int(Role::Count) - 1; role >= 0; --role) {
        if (hasRole(roles, Role(role)))
            return RoleText::role(Role(role));
    }
    return {};
}

QString RoleText::elsewhere(const Permissions &permissions)
{
    const auto may = [&permissions](Permission one) { return permissions.test(std::size_t(one)); };
    QStringList things;
    if (may(Permission::OrdersReadAll) || may(Permission::OrdersReadOwn))
        //: Part of "Your role includes: orders, stock and reports."
        things.append(tr("orders"));
    if (may(Permission::CatalogueWrite))
        things.append(tr("the catalogue"));
    if (may(Permission::StockRead))
        things.append(tr("stock"));
    if (may(Permission::ReportsRead))
        things.append(tr("reports"));
    if (may(Permission::UsersManage))
        things.append(tr("staff"));
    if (may(Permission::SettingsWrite))
        things.append(tr("settings"));
    return QLocale().createSeparatedList(things);
}

} // namespace tp::ui
