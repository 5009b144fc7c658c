// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/configuration.h"
#include "backend/daemon/systemclock.h"
#include "backend/daemon/systemrandom.h"
#include "backend/kernel/currency.h"
#include "backend/storage/database.h"

#include <memory>

namespace tp::daemon {

/// The database that the settings name, else shop.db (demo.db with --demo) in the data folder.
Result<storage::DatabaseUrl> databaseUrlOf(const Configuration &configuration);

/// The currency that the settings name, if they do.
Result<std::optional<Currency>> currencyOf(const Configuration &configuration);

/// Makes the data folder, when the database goes there because nobody named one.
Result<void> makeDataFolder(const Configuration &configuration);

/// The shop as the commands open it, beside a `serve` that may run: with its clocks, on the main
/// thread.
class ShopDatabase
{
public:
    enum class IfMissing {
        Create, ///< And migrate it, and give it its currency.
        Refuse
    };

    /// NotFound when there is no shop to refuse; Conflict when it is of an older version, because a
    /// `serve` of that version may be using it: migrating is a command of its own.
    static Result<std::unique_ptr<ShopDatabase>> open(const Configuration &configuration,
                                                      IfMissing ifMissing);

    /// Of whatever version it is, for a backup. NotFound when there is none.
    static Result<std::unique_ptr<ShopDatabase>> openAsItIs(const storage::DatabaseUrl &url);

    /// A shop that nobody else sees, for trying something on.
    static Result<std::unique_ptr<ShopDatabase>> openAt(const storage::DatabaseUrl &url,
                                                        std::optional<Currency> currency);

    storage::Database &database() { return *m_database; }
    const Clock &clock() const { return m_clock; }

private:
    ShopDatabase() = default;
    Result<void> openDatabase(const storage::DatabaseUrl &url);
    Result<bool> isFresh();
    Result<void> setUp(std::optional<Currency> currency);

    SystemClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<storage::Database> m_database;
};

} // namespace tp::daemon
