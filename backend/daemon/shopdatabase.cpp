// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/shopdatabase.h"

#include "backend/settings/settingsservice.h"
#include "backend/storage/migrationfiles.h"
#include "backend/storage/migrator.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

bool isMissingFile(const storage::DatabaseUrl &url)
{
    return url.dialect == storage::Dialect::Sqlite && !QFileInfo::exists(url.filePath);
}

Error noShop(const storage::DatabaseUrl &url)
{
    return {ErrorCode::NotFound, u"there is no shop in %1 yet"_s.arg(url.displayText()), {}};
}

} // namespace

Result<storage::DatabaseUrl> databaseUrlOf(const Configuration &configuration)
{
    if (!configuration.isSet(Option::Database)) {
        const QString name = configuration.isOn(Option::Demo) ? u"demo.db"_s : u"shop.db"_s;
        return storage::DatabaseUrl::parse(u"sqlite:"_s +
                                           QDir(configuration.dataFolder()).absoluteFilePath(name));
    }
    auto url = storage::DatabaseUrl::parse(configuration.value(Option::Database));
    if (!url)
        return configuration.refused(Option::Database, url.error().detail);
    return url;
}

Result<std::optional<Currency>> currencyOf(const Configuration &configuration)
{
    if (!configuration.isSet(Option::Currency))
        return std::optional<Currency>();
    const QString code = configuration.value(Option::Currency);
    const auto currency = Currency::fromCode(QStringView(code));
    if (!currency) {
        return configuration.refused(
            Option::Currency,
            u"%1 is not a currency code of ISO 4217, such as EUR"_s.arg(code.left(20)));
    }
    return currency;
}

Result<void> makeDataFolder(const Configuration &configuration)
{
    if (configuration.isSet(Option::Database) || QDir().mkpath(configuration.dataFolder()))
        return {};
    return configuration.refused(Option::Data,
                                 u"the folder %1 cannot be made"_s.arg(configuration.dataFolder()));
}

Result<std::unique_ptr<ShopDatabase>> ShopDatabase::open(const Configuration &configuration,
                                                         IfMissing ifMissing)
{
    TP_TRY(const storage::DatabaseUrl url, databaseUrlOf(configuration));
    TP_TRY(const auto currency, currencyOf(configuration));
    if (ifMissing == IfMissing::Refuse && isMissingFile(url))
        return noShop(url);
    if (ifMissing == IfMissing::Create)
        TP_CHECK(makeDataFolder(configuration));

    std::unique_ptr<ShopDatabase> shop(new ShopDatabase);
    TP_CHECK(shop->openDatabase(url));
    TP_TRY(const bool isFresh, shop->isFresh());
    if (isFresh && ifMissing == IfMissing::Refuse)
        return noShop(url);
    if (ifMissing == IfMissing::Create)
        TP_CHECK(shop->setUp(currency));
    return shop;
}

Result<std::unique_ptr<ShopDatabase>> ShopDatabase::openAsItIs(const storage::DatabaseUrl &url)
{
    if (isMissingFile(url))
        return noShop(url);
    std::unique_ptr<ShopDatabase> shop(new ShopDatabase);
    TP_CHECK(shop->openDatabase(url));
    return shop;
}

Result<std::unique_ptr<ShopDatabase>> ShopDatabase::openAt(const storage::DatabaseUrl &url,
                                                           std::optional<Currency> currency)
{
    std::unique_ptr<ShopDatabase> shop(new ShopDatabase);
    TP_CHECK(shop->openDatabase(url));
    TP_CHECK(shop->setUp(currency));
    return shop;
}

Result<void> ShopDatabase::openDatabase(const storage::DatabaseUrl &url)
{
    TP_TRY(m_database,
           storage::Database::open(url, storage::Database::Sharing::Beside, {}, m_clock, m_random));
    return {};
}

/// Whether nothing was ever migrated here.
Result<bool> ShopDatabase::isFresh()
{
    TP_TRY(const auto files, storage::readMigrationFiles(u":/sql"_s, m_database->dialect()));
    TP_TRY(const auto planned, storage::Migrator(*m_database, m_clock).plan());
    if (planned.isEmpty() || planned.size() == files.size())
        return !planned.isEmpty();
    return Error{ErrorCode::Conflict,
                 u"the shop in %1 is of an older version: `tradepostd migrate` brings it up to "
                 "date"_s.arg(m_database->url().displayText()),
                 {}};
}

Result<void> ShopDatabase::setUp(std::optional<Currency> currency)
{
    TP_CHECK(storage::Migrator(*m_database, m_clock).apply());
    Result<void> ensured;
    TP_CHECK(m_database->writeHere([&](storage::UnitOfWork &work) {
        ensured = settings::SettingsService().ensureDefaults(work, currency);
        return ensured ? storage::UnitOfWork::Keep::Yes : storage::UnitOfWork::Keep::No;
    }));
    return ensured;
}

} // namespace tp::daemon
