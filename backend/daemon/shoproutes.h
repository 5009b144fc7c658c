// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/shoprulesservice.h"
#include "backend/kernel/random.h"
#include "backend/payments/gateways.h"
#include "backend/payments/testgatewayservice.h"
#include "backend/registers/registerservice.h"
#include "backend/saga/sagarunner.h"
#include "backend/storage/databaseurl.h"

#include <memory>

namespace tp::http {
class Router;
}

namespace tp::daemon {

/// What the catalogue asks of the settings.
catalogue::ShopRules shopRules();

/// The services of the slices, constructed once. Outlives the router.
class ShopServices
{
public:
    /// What one slice asks of another; the daemon knows both.
    struct Wires
    {
        registers::RegisterService::EndSessions endSessionsOf;
        payments::TestGatewayService *testGateway = nullptr; ///< Null: this shop has none.
        const payments::Gateways &gateways;
        const saga::SagaEngine &sagas;
        saga::SagaRunner &runner;
    };

    /// All that is handed in outlives this.
    ShopServices(const QString &imageFolder, Random &random, Wires wires);
    ~ShopServices();

    struct Parts;
    Parts &parts() { return *m_parts; }

private:
    std::unique_ptr<Parts> m_parts;
};

/// Where product pictures are kept: `wanted`, else beside the database, else (PostgreSQL) in the
/// data folder of the user who runs the backend.
QString imageFolderOf(const storage::DatabaseUrl &url, const QString &wanted);

/// The routes of every slice.
void addShopRoutes(http::Router &router, ShopServices &services);

} // namespace tp::daemon
