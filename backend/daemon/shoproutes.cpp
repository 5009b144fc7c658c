// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/shoproutes.h"

#include "backend/catalogue/fileimagestore.h"
#include "backend/http/router.h"
#include "backend/inventory/locationroutes.h"
#include "backend/inventory/stockroutes.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tp::daemon {

struct ShopServices::Parts
{
    explicit Parts(const QString &imageFolder) : images(imageFolder) {}

    catalogue::FileImageStore images;
};

ShopServices::ShopServices(const QString &imageFolder)
    : m_parts(std::make_unique<Parts>(imageFolder))
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
    std::ignore = services;
    inventory::addStockRoutes(router);
    inventory::addLocationRoutes(router);
}

} // namespace tp::daemon
