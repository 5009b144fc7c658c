// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/cartstate.h"

#include <QAbstractListModel>

namespace tp::ui {

/// The lines of the cart for a view. A change announces the rows that it touches and never resets,
/// so that scrolling survives it.
class CartModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Besides Qt::DisplayRole (name) and Qt::AccessibleTextRole ("Flat white, 2 × $4.20, $8.40").
    enum Role {
        DetailRole = Qt::UserRole + 1, ///< QString
        AmountRole,                    ///< QString
        SelectedRole                   ///< bool: it is large, and has its controls.
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setRows(const QList<CartRow> &rows, int selected);
    int selected() const { return m_selected; }

private:
    QList<CartRow> m_rows;
    int m_selected = -1;
};

} // namespace tp::ui
