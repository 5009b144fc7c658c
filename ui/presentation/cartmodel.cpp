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
    // What both share at their ends stays; between, rows come or go, and then have new contents.
    const qsizetype shared = std::min(m_rows.size(), rows.size());
    qsizetype first = 0;
    while (first < shared && m_rows.at(first) == rows.at(first))
        ++first;
    qsizetype tail = 0;
    while (tail < shared - first &&
           m_rows.at(m_rows.size() - 1 - tail) == rows.at(rows.size() - 1 - tail))
        ++tail;
    const qsizetype at = shared - tail;
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, int(at), int(at + rows.size() - m_rows.size()) - 1);
        m_rows =
            m_rows.first(at) + rows.sliced(at, rows.size() - m_rows.size()) + m_rows.sliced(at);
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, int(at), int(at + m_rows.size() - rows.size()) - 1);
        m_rows.remove(at, m_rows.size() - rows.size());
        endRemoveRows();
    }
    const bool isOther = m_rows != rows || m_selected != selected;
    m_rows = rows;
    m_selected = selected;
    if (isOther && !m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

} // namespace tp::ui
