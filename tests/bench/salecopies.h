// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/bench/rawsql.h"

#include <vector>

namespace tp::bench {

/// Writes sales into a shop's own SQLite file by the C API alone: the rows of its newest order,
/// over and over, with new ids, other products and the next number. What is the least that our
/// tables cost, and how a large shop is made in minutes. No backend may have the file.
class SaleCopies
{
public:
    /// isReady() says whether there was a sale to copy.
    explicit SaleCopies(RawSql &sql);

    bool isReady() const { return !m_rows.empty() && !m_products.empty(); }

    /// One more sale, in the transaction that is open.
    bool add();

private:
    /// A text as it stands between two ids, and the place in m_names of what follows; -1: nothing.
    struct Piece
    {
        std::string text;
        int name = -1;
    };
    struct Cell
    {
        bool isText = false;
        bool isNull = false;
        qint64 number = 0;
        std::vector<Piece> pieces;
    };
    struct Row
    {
        RawStatement *insert;
        std::vector<Cell> cells;
        bool isMovement = false;
    };

    void readNames(RawSql &sql);
    void readRows(RawSql &sql, const std::string &table, const std::string &condition);
    Cell cellOf(sqlite3_stmt *statement, int column) const;
    std::string fresh(std::size_t name);
    bool write(Row &row);
    qint64 below(qint64 limit);

    std::vector<std::string> m_products;
    std::vector<std::string> m_names; ///< What differs from sale to sale: as it was.
    std::vector<std::string> m_now;   ///< As it is in the one being written.
    std::vector<std::unique_ptr<RawStatement>> m_inserts;
    std::vector<Row> m_rows;
    RawStatement m_stock, m_series;
    std::string m_order, m_prefix;
    qint64 m_number = 0;
    qint64 m_count = 0;
    quint32 m_chance = 77;
};

} // namespace tp::bench
