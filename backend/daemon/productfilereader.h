// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/csvreader.h"
#include "backend/daemon/productcolumns.h"
#include "backend/daemon/productrow.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace tp::daemon {

/// Reads a file of products, and judges each row by itself and against the rows before it: of a
/// SKU the first row counts. Holds the SKUs of the file in memory, and nothing else of it.
class ProductFileReader
{
public:
    ProductFileReader(QIODevice &input, RowRules rules) : m_csv(input), m_rules(std::move(rules)) {}

    /// Reads the header. InvalidBody when it is not one of products or there is none.
    Result<void> begin();

    /// Nothing at the end. What is wrong with the row goes to `rejections`; it is for nothing then.
    struct Found
    {
        ProductRow row;
        bool isGood = false;
    };
    Result<std::optional<Found>> next(QList<Rejection> &rejections);

    qint64 rowsRead() const { return m_rowsRead; }

private:
    bool hasCells(const CsvRow &cells, QList<Rejection> &rejections);
    bool isFirstOfItsSku(const ProductRow &row, QList<Rejection> &rejections);

    CsvReader m_csv;
    RowRules m_rules;
    std::optional<ProductColumns> m_columns;
    std::unordered_map<std::string, qint64> m_lineOfSku;
    CsvRow m_cells;
    qint64 m_rowsRead = 0;
};

} // namespace tp::daemon
