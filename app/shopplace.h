// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/backendprocess/backendprocess.h"
#include "app/options.h"

namespace tp::app {

/// Where the shop is that this program works on, and where its own things are.
struct ShopPlace
{
    QString dataFolder;
    QString name;      ///< Names the shop among those of this computer: its database or its server.
    QString secret;    ///< The file for a till's secret where there is no keychain.
    QString outbox;    ///< The file of the till's finished sales.
    QString saleRules; ///< The file of what it last knew to price by.
    QString lock;      ///< Of the window that keeps its sign-in; others on the same shop do not.
    backendprocess::BackendCommand command; ///< Of the bundled backend.
};

/// The demo shop has a database of its own, so that it never mixes with the real one.
ShopPlace shopPlace(const Options &options);

} // namespace tp::app
