// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/testgateway.h"

#include "backend/auth/signingkeystore.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

/// All backends of a shop find the same books there, and those of no other shop.
Result<QString> booksInDataFolder(const QString &folder, storage::Database &database)
{
    Result<std::string> shop = std::string();
    TP_TRY(const auto session, database.openReadSession());
    TP_CHECK(session->read(
        [&](storage::Snapshot &snapshot) { shop = auth::SigningKeyStore::shopId(snapshot); }));
    if (!shop)
        return shop.error();
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::InvalidValue, u"the folder %1 cannot be made"_s.arg(folder), {}};
    }
    return QDir(folder).absoluteFilePath(u"%1.gateway"_s.arg(QString::fromStdString(shop.value())));
}

Result<QString> booksOf(const ServeOptions &options, storage::Database &database)
{
    if (!options.testGatewayBooks.isEmpty())
        return options.testGatewayBooks;
    if (database.dialect() == storage::Dialect::Sqlite)
        return database.url().filePath + u".gateway"_s;
    return booksInDataFolder(options.dataFolder, database);
}

} // namespace

Result<std::unique_ptr<payments::TestGatewayService>> openTestGateway(const ServeOptions &options,
                                                                      storage::Database &database,
                                                                      const Clock &clock,
                                                                      Random &random)
{
    if (!options.testGateway)
        return std::unique_ptr<payments::TestGatewayService>();
    TP_TRY(const QString file, booksOf(options, database));
    return payments::TestGatewayService::open(file, clock, random);
}

} // namespace tp::daemon
