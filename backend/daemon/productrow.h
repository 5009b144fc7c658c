// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/productimportservice.h"
#include "backend/daemon/productcolumns.h"
#include "backend/kernel/currency.h"
#include "backend/kernel/quantity.h"

#include <QList>

#include <functional>
#include <optional>
#include <string>

namespace tp::daemon {

/// Why a row of a file is not taken.
struct Rejection
{
    qint64 line = 0;
    QString column; ///< Empty: the row as a whole.
    QString reason;

    /// "line 17, column price: 2.555 has more digits than EUR"
    QString text() const;
};

/// A row as its cells say, before the shop is asked.
struct ProductRow
{
    qint64 line = 0;
    std::string skuKey; ///< Empty without a SKU.
    catalogue::ImportRow product;
    std::optional<Quantity> stock;
    QString image;           ///< As it stands in the file; empty: none.
    std::string pictureHash; ///< Once its picture was read.
};

/// What the shop has decided, for judging rows without asking it for each.
struct RowRules
{
    Currency currency;
    std::function<bool(const QString &)> hasTaxClass;
};

/// Reads the cells of a row. Everything that is wrong with it goes to `rejections`, every column;
/// the row is for nothing then.
ProductRow readProductRow(const ProductColumns &columns, qint64 line, const QStringList &cells,
                          const RowRules &rules, QList<Rejection> &rejections);

/// What is between the marks `|`; a mark inside a barcode is written `\|`, and `\` itself `\\`.
QStringList barcodesFromCell(const QString &cell);
QString barcodesToCell(const QStringList &barcodes);

/// The names with `/` between; one inside a name is written `\/`, and `\` itself `\\`.
QString categoryPathToCell(const QStringList &path);

} // namespace tp::daemon
