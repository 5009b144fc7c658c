// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/shoproutes.h"

#include "backend/audit/auditroutes.h"
#include "backend/catalogue/catalogueroutes.h"
#include "backend/catalogue/categoryroutes.h"
#include "backend/catalogue/categoryservice.h"
#include "backend/catalogue/fileimagestore.h"
#include "backend/catalogue/imageroutes.h"
#include "backend/catalogue/productservice.h"
#include "backend/http/router.h"
#include "backend/inventory/locationroutes.h"
#include "backend/inventory/stockroutes.h"
#include "backend/orchestration/laterpaymentroutes.h"
#include "backend/orchestration/laterpaymentservice.h"
#include "backend/orchestration/returnroutes.h"
#include "backend/orchestration/returnservice.h"
#include "backend/orchestration/saleroutes.h"
#include "backend/orchestration/saleservice.h"
#include "backend/orders/orderroutes.h"
#include "backend/payments/gateways.h"
#include "backend/payments/paymentroutes.h"
#include "backend/payments/paymentservice.h"
#include "backend/payments/testgatewayroutes.h"
#include "backend/registers/registerroutes.h"
#include "backend/settings/settingsroutes.h"
#include "backend/settings/settingsstore.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tp::daemon {

catalogue::ShopRules shopRules()
{
    return {[](storage::UnitOfWork &work) { return settings::SettingsStore().heldCurrency(work); },
            [](storage::Session &session, std::string_view code) {
                return settings::SettingsStore().hasTaxClass(session, code);
            }};
}

struct ShopServices::Parts
{
    Parts(const QString &imageFolder, Random &random, Wires wires)
        : products(shopRules())
        , images(imageFolder)
        , registers(random, std::move(wires.endSessionsOf))
        , testGateway(wires.testGateway)
        , gateways(wires.gateways)
        , runner(wires.runner)
        , sales(wires.sagas, wires.gateways)
        , laterPayments(wires.sagas, wires.gateways)
        , returns(wires.sagas)
    {}

    catalogue::ProductService products;
    catalogue::CategoryService categories;
    catalogue::FileImageStore images;
    registers::RegisterService registers;
    payments::TestGatewayService *testGateway;
    const payments::Gateways &gateways;
    saga::SagaRunner &runner;
    payments::PaymentService payments;
    orchestration::SaleService sales;
    orchestration::LaterPaymentService laterPayments;
    orchestration::ReturnService returns;
};

ShopServices::ShopServices(const QString &imageFolder, Random &random, Wires wires)
    : m_parts(std::make_unique<Parts>(imageFolder, random, std::move(wires)))
{}

ShopServices::~ShopServices() = default;

QString imageFolderOf(const storage::DatabaseUrl &url, const QString &wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    if (url.dialect == storage::Dialect::Sqlite)
        return url.filePath + u".images"_s;
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/images"_s;
}

void addShopRoutes(http::Router &router, ShopServices &services)
{
    ShopServices::Parts &parts = services.parts();
    catalogue::addCatalogueRoutes(router, parts.products);
    catalogue::addImageRoutes(router, parts.products, parts.images);
    catalogue::addCategoryRoutes(router, parts.categories);
    inventory::addStockRoutes(router);
    orders::addOrderRoutes(router);
    orchestration::addSaleRoutes(router, parts.sales, parts.runner);
    orchestration::addLaterPaymentRoutes(router, parts.laterPayments, parts.runner);
    orchestration::addReturnRoutes(router, parts.returns, parts.runner);
    inventory::addLocationRoutes(router);
    registers::addRegisterRoutes(router, parts.registers);
    payments::addPaymentRoutes(router, parts.payments, parts.gateways);
    payments::addTestGatewayRoutes(router, parts.testGateway);
    settings::addSettingsRoutes(router);
    audit::addAuditRoutes(router);
}

} // namespace tp::daemon
