// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rawpages.h"

#include <QElapsedTimer>

#include <sqlite3.h>

namespace tp::bench {
namespace {

constexpr char PageSql[] =
    "SELECT p.id, p.sku, p.name, p.description, p.category_id, p.price_minor, p.currency, "
    "p.tax_class, p.unit, p.barcodes, p.image_hash, p.active, p.attributes, p.low_stock, "
    "p.when_short, coalesce(s.on_hand, 0), coalesce(s.reserved, 0), p.version, p.created_at, "
    "p.updated_at, p.name_key FROM products p "
    "LEFT JOIN stock_levels s ON s.product_id = p.id "
    "WHERE (p.name_key, p.id) > (?1, ?2) ORDER BY p.name_key, p.id LIMIT 51";

/// Reads every value as what it is; the sum keeps the compiler from leaving it out.
qint64 readPage(sqlite3_stmt *page)
{
    qint64 touched = 0;
    while (sqlite3_step(page) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(page); ++column) {
            if (sqlite3_column_type(page, column) == SQLITE_INTEGER)
                touched += sqlite3_column_int64(page, column);
            else if (sqlite3_column_text(page, column))
                touched += sqlite3_column_bytes(page, column);
        }
    }
    sqlite3_reset(page);
    return touched;
}

} // namespace

qint64 rawPagesPerSecond(const QString &file, int seconds)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *page = nullptr;
    const bool isOpen =
        sqlite3_open_v2(file.toUtf8().constData(), &database,
                        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v3(database, PageSql, -1, SQLITE_PREPARE_PERSISTENT, &page, nullptr) ==
            SQLITE_OK;
    qint64 pages = 0;
    qint64 touched = 0;
    QElapsedTimer timer;
    timer.start();
    while (isOpen && timer.elapsed() < seconds * 1000) {
        for (int i = 0; i < 100; ++i, ++pages) {
            sqlite3_bind_text(page, 1, "", 0, SQLITE_STATIC);
            sqlite3_bind_text(page, 2, "", 0, SQLITE_STATIC);
            touched += readPage(page);
        }
    }
    const qint64 elapsedMs = std::max<qint64>(timer.elapsed(), 1);
    sqlite3_finalize(page);
    sqlite3_close(database);
    return touched > 0 ? pages * 1000 / elapsedMs : 0;
}

} // namespace tp::bench
