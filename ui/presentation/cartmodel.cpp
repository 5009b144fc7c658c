// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/cartmodel.h"

#include <algorithm>

namespace tp::ui {

int CartModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CartModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CartRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return row.spoken;
    case DetailRole:
        return row.detail;
    case AmountRole:
        return row.amount;
    case SelectedRole:
        return index.row() == m_selected;
    }
    return {};
}

void CartModel::setRows(const QList<CartRow> &rows, int selected)
{
    const int old = int(m_rows.size());
    const int now = int(rows.size());
    int same = 0;
    while (same < std::min(old, now) && m_rows.at(same) == rows.at(same))
        ++same;
    if (now > old) {
        beginInsertRows({}, old, now - 1);
        m_rows = rows;
        endInsertRows();
    } else if (now < old) {
        // The one that left, or the last ones: what stays is given its contents below.
        const int first = std::min(same, now);
        beginRemoveRows({}, first, first + old - now - 1);
        m_rows = rows;
        endRemoveRows();
    }
    const bool isOther = m_rows != rows || m_selected != selected || now != old;
    m_rows = rows;
    m_selected = selected;
    if (isOther && now > 0)
        emit dataChanged(index(0), index(now - 1));
}

} // namespace tp::ui
