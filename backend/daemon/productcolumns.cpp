// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productcolumns.h"

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr std::array<const char *, std::size_t(Column::Count)> ColumnNames{
    "sku",       "name", "description", "category", "price",  "currency",
    "tax_class", "unit", "barcodes",    "stock",    "active", "image"};

QStringList allColumnNames()
{
    QStringList names;
    for (const char *name : ColumnNames)
        names.append(QString::fromLatin1(name));
    return names;
}

} // namespace

QString nameOf(Column column)
{
    return QString::fromLatin1(ColumnNames[std::size_t(column)]);
}

Result<ProductColumns> ProductColumns::fromHeader(const QStringList &header)
{
    const QStringList known = allColumnNames();
    ProductColumns columns;
    QStringList wrong;
    for (const QString &cell : header) {
        const int at = columns.count();
        const QString name = cell.trimmed().toLower();
        columns.m_names.append(name.left(40));
        const qsizetype column = known.indexOf(name);
        if (name.isEmpty())
            wrong.append(u"column %1 has no name"_s.arg(at + 1));
        else if (column < 0)
            wrong.append(u"%1 is not a known column"_s.arg(name.left(40)));
        else if (columns.m_index[std::size_t(column)] >= 0)
            wrong.append(u"%1 is there twice"_s.arg(name));
        else
            columns.m_index[std::size_t(column)] = at;
    }
    const bool isCutOff = !wrong.isEmpty();
    for (const Column needed : {Column::Sku, Column::Name, Column::Price}) {
        if (!columns.has(needed))
            wrong.append(u"%1 is missing"_s.arg(nameOf(needed)));
    }
    if (wrong.isEmpty())
        return columns;
    QString sentence = u"line 1: "_s + wrong.mid(0, 12).join(u", "_s);
    if (isCutOff)
        sentence += u"; the columns are "_s + known.join(u", "_s);
    return Error{ErrorCode::InvalidBody, sentence, {}};
}

QString ProductColumns::nameAt(int index) const
{
    const QString name = m_names.value(index);
    return name.isEmpty() ? QString::number(index + 1) : name;
}

} // namespace tp::daemon
