// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productfilereader.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {

Result<void> ProductFileReader::begin()
{
    TP_TRY(const bool isThere, m_csv.next(m_cells));
    if (!isThere) {
        return Error{
            ErrorCode::InvalidBody, u"it is empty: the first line names the columns"_s, {}};
    }
    if (!m_cells.problems.isEmpty()) {
        const CsvRow::Problem &problem = m_cells.problems.constFirst();
        return Error{ErrorCode::InvalidBody,
                     u"line %1, column %2: %3"_s.arg(m_cells.line)
                         .arg(problem.column + 1)
                         .arg(problem.reason),
                     {}};
    }
    TP_TRY(m_columns, ProductColumns::fromHeader(m_cells.cells));
    return {};
}

Result<std::optional<ProductFileReader::Found>>
ProductFileReader::next(QList<Rejection> &rejections)
{
    TP_TRY(const bool isThere, m_csv.next(m_cells));
    if (!isThere)
        return std::optional<Found>();
    ++m_rowsRead;
    const qsizetype before = rejections.size();
    if (!hasCells(m_cells, rejections)) {
        return std::optional(Found{{.line = m_cells.line,
                                    .skuKey = {},
                                    .product = {.sku = {},
                                                .name = {},
                                                .price = Money::zero(m_rules.currency),
                                                .description = {},
                                                .categoryPath = {},
                                                .taxClass = {},
                                                .unit = {},
                                                .barcodes = {},
                                                .active = {}},
                                    .stock = {},
                                    .image = {},
                                    .pictureHash = {}},
                                   false});
    }
    Found found{readProductRow(*m_columns, m_cells.line, m_cells.cells, m_rules, rejections),
                false};
    const bool isFirst = isFirstOfItsSku(found.row, rejections);
    found.isGood = isFirst && rejections.size() == before;
    return std::optional(std::move(found));
}

bool ProductFileReader::hasCells(const CsvRow &cells, QList<Rejection> &rejections)
{
    for (const CsvRow::Problem &problem : cells.problems)
        rejections.append({cells.line, m_columns->nameAt(problem.column), problem.reason});
    if (!cells.problems.isEmpty())
        return false;
    if (cells.cells.size() == m_columns->count())
        return true;
    rejections.append({cells.line, QString(),
                       u"this row has %1 cells, the header has %2"_s.arg(cells.cells.size())
                           .arg(m_columns->count())});
    return false;
}

bool ProductFileReader::isFirstOfItsSku(const ProductRow &row, QList<Rejection> &rejections)
{
    if (row.skuKey.empty())
        return true;
    const auto [known, isNew] = m_lineOfSku.try_emplace(row.skuKey, row.line);
    if (isNew)
        return true;
    rejections.append({row.line, nameOf(Column::Sku),
                       u"duplicate_sku: line %1 has %2 already"_s.arg(known->second)
                           .arg(row.product.sku.left(64))});
    return false;
}

} // namespace tp::daemon
