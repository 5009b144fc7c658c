// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/shopproduct.h"
#include "ui/presentation/shoptext.h"

#include <QAbstractListModel>

#include <map>

namespace tp::ui {

/// The tiles of the Sell screen. A refresh announces what changed and never resets, so that
/// selection and scrolling survive it.
class ProductGridModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    /// Besides Qt::DisplayRole (name) and Qt::AccessibleTextRole ("Flat white, $4.20, sold out").
    enum Role {
        ProductIdRole = Qt::UserRole + 1, ///< QString
        PriceTextRole,                    ///< QString
        BadgeTextRole,                    ///< QString: "3 left", "Sold out" or empty
        StockRole,                        ///< StockState
        TintRole,                         ///< int, 0 to TintCount - 1
        IconRole,                         ///< QString, may be empty or unknown
        ImageUrlRole,                     ///< QString, may be empty
        SkuRole,                          ///< QString
        BarcodeRole,                      ///< QString, the first one
        InCartRole                        ///< int, 0: not in the cart
    };

    /// As many as the theme has pairs of colours.
    static constexpr int TintCount = 6;

    explicit ProductGridModel(const ShopText &text, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const QList<ProductRef> &products() const { return m_products; }

    void setProducts(const QList<ProductRef> &products);
    void setTints(const std::map<CategoryId, int> &tints);
    void setInCart(const std::map<ProductId, int> &counts);
    void retranslate(const ShopText &text);

private:
    bool follow(const QList<ProductRef> &products);
    void resizeLike(const QList<ProductRef> &products);
    void removeBetween(qsizetype first, qsizetype end);
    void insertFrom(const QList<ProductRef> &products, qsizetype first, qsizetype end);
    void changed(const QList<int> &roles);
    int tintOf(const ShopProduct &product) const;

    ShopText m_text;
    QList<ProductRef> m_products;
    std::map<CategoryId, int> m_tints;
    std::map<ProductId, int> m_inCart;
};

} // namespace tp::ui
