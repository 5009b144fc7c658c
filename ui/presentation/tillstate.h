// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"
#include "ui/presentation/tillport.h"

#include <QMetaType>

namespace tp::ui {

/// Whether this computer is a till, as one value.
struct TillState
{
    bool isKnown = false;              ///< What an earlier run kept has been read.
    std::optional<TillIdentity> till;  ///< None: this computer is no till.
    std::optional<ShopRegister> offer; ///< What whoever is signed in could make of it.
    bool isClaiming = false;
    Notice notice; ///< Why that did not work.

    friend bool operator==(const TillState &, const TillState &) = default;
};

} // namespace tp::ui
