// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/person.h"

#include <QCoreApplication>

namespace tp::ui {

/// What people call roles and permissions.
class RoleText
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::RoleText)

public:
    static QString role(Role role);
    static QString highest(const Roles &roles); ///< "Manager"; empty for nobody in particular.

    /// "orders, the catalogue and stock": what somebody may do besides selling; empty: nothing.
    static QString elsewhere(const Permissions &permissions);
};

} // namespace tp::ui
