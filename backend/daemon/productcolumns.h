// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QStringList>

#include <array>

namespace tp::daemon {

/// What a file of products may say of one, in the order in which an export writes it.
enum class Column {
    Sku,
    Name,
    Description,
    Category,
    Price,
    Currency,
    TaxClass,
    Unit,
    Barcodes,
    Stock,
    Active,
    Image,
    Count
};

QString nameOf(Column column);

/// Which column of a file is which, by its header: in any order, without regard to case.
class ProductColumns
{
public:
    /// InvalidBody when a column is unknown or there twice, or one of sku, name and price is
    /// missing; all of it in one sentence.
    static Result<ProductColumns> fromHeader(const QStringList &header);

    int count() const { return int(m_names.size()); }
    bool has(Column column) const { return m_index[std::size_t(column)] >= 0; }

    /// The cell of `column`; empty where the file has no such column.
    QString cell(const QStringList &cells, Column column) const
    {
        return has(column) ? cells.value(m_index[std::size_t(column)]) : QString();
    }

    /// What a person calls the column with this index.
    QString nameAt(int index) const;

private:
    ProductColumns() { m_index.fill(-1); }

    std::array<int, std::size_t(Column::Count)> m_index;
    QStringList m_names;
};

} // namespace tp::daemon
