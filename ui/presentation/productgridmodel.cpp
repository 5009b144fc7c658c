// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/productgridmodel.h"

#include <algorithm>
#include <set>

namespace tp::ui {

namespace {

/// Up to here a change is told row by row; beyond, rows are given new contents, which costs the
/// view less than hundreds of moves.
constexpr qsizetype FollowedMax = 512;

/// What two lists do not share: between their common beginning and their common end.
struct Middle
{
    qsizetype first = 0;
    qsizetype oldEnd = 0;
    qsizetype newEnd = 0;
};

Middle middleOf(const QList<ProductRef> &before, const QList<ProductRef> &after)
{
    Middle middle{0, before.size(), after.size()};
    const qsizetype shared = std::min(before.size(), after.size());
    while (middle.first < shared && before.at(middle.first)->id == after.at(middle.first)->id)
        ++middle.first;
    while (middle.oldEnd > middle.first && middle.newEnd > middle.first &&
           before.at(middle.oldEnd - 1)->id == after.at(middle.newEnd - 1)->id) {
        --middle.oldEnd;
        --middle.newEnd;
    }
    return middle;
}

std::set<ProductId> idsBetween(const QList<ProductRef> &products, qsizetype first, qsizetype end)
{
    std::set<ProductId> ids;
    for (qsizetype row = first; row < end; ++row)
        ids.insert(products.at(row)->id);
    return ids;
}

/// Whether the rows that stay come in the same order in both middles.
bool isSameOrder(const QList<ProductRef> &before, const QList<ProductRef> &after,
                 const Middle &middle, const std::set<ProductId> &kept)
{
    qsizetype row = middle.first;
    for (qsizetype next = middle.first; next < middle.newEnd; ++next) {
        const ProductId id = after.at(next)->id;
        if (!kept.contains(id))
            continue;
        if (row >= middle.oldEnd || before.at(row)->id != id)
            return false;
        ++row;
    }
    return row == middle.oldEnd;
}

} // namespace

ProductGridModel::ProductGridModel(const ShopText &text, QObject *parent)
    : QAbstractListModel(parent)
    , m_text(text)
{}

int ProductGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_products.size());
}

QVariant ProductGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};

    const ShopProduct &product = *m_products.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return product.name;
    case Qt::AccessibleTextRole:
        return m_text.spoken(product);
    case ProductIdRole:
        return product.id.toQString();
    case PriceTextRole:
        return m_text.amount(product.price);
    case BadgeTextRole:
        return m_text.stockBadge(product);
    case StockRole:
        return QVariant::fromValue(stockStateOf(product));
    case TintRole:
        return tintOf(product);
    case IconRole:
        return product.icon;
    case ImageUrlRole:
        return product.imageUrl;
    case SkuRole:
        return product.sku;
    case BarcodeRole:
        return product.barcodes.value(0);
    case InCartRole: {
        const auto count = m_inCart.find(product.id);
        return count == m_inCart.end() ? 0 : count->second;
    }
    }
    return {};
}

void ProductGridModel::setProducts(const QList<ProductRef> &products)
{
    if (!follow(products))
        resizeLike(products);
    Q_ASSERT(m_products.size() == products.size());

    // Now every row stands where it belongs; what it holds may still be old.
    qsizetype row = 0;
    while (row < products.size()) {
        if (m_products.at(row) == products.at(row)) {
            ++row;
            continue;
        }
        const qsizetype first = row;
        for (; row < products.size() && m_products.at(row) != products.at(row); ++row)
            m_products[row] = products.at(row);
        emit dataChanged(index(int(first)), index(int(row - 1)));
    }
}

bool ProductGridModel::follow(const QList<ProductRef> &products)
{
    const Middle middle = middleOf(m_products, products);
    if (middle.oldEnd - middle.first > FollowedMax || middle.newEnd - middle.first > FollowedMax)
        return false;

    const std::set<ProductId> wanted = idsBetween(products, middle.first, middle.newEnd);
    qsizetype keptEnd = middle.oldEnd;
    for (qsizetype end = middle.oldEnd; end > middle.first;) {
        qsizetype first = end;
        while (first > middle.first && !wanted.contains(m_products.at(first - 1)->id))
            --first;
        removeBetween(first, end);
        keptEnd -= end - first;
        end = first - 1;
    }

    const std::set<ProductId> kept = idsBetween(m_products, middle.first, keptEnd);
    if (!isSameOrder(m_products, products, {middle.first, keptEnd, middle.newEnd}, kept))
        return false; // Something moved: the rows are given new contents.
    for (qsizetype row = middle.first; row < middle.newEnd;) {
        qsizetype end = row;
        while (end < middle.newEnd && !kept.contains(products.at(end)->id))
            ++end;
        insertFrom(products, row, end);
        row = end + 1;
    }
    return true;
}

void ProductGridModel::resizeLike(const QList<ProductRef> &products)
{
    const Middle middle = middleOf(m_products, products);
    if (middle.newEnd > middle.oldEnd)
        insertFrom(products, middle.oldEnd, middle.newEnd);
    else
        removeBetween(middle.newEnd, middle.oldEnd);
}

void ProductGridModel::removeBetween(qsizetype first, qsizetype end)
{
    if (first >= end)
        return;
    beginRemoveRows({}, int(first), int(end - 1));
    m_products.remove(first, end - first);
    endRemoveRows();
}

void ProductGridModel::insertFrom(const QList<ProductRef> &products, qsizetype first, qsizetype end)
{
    if (first >= end)
        return;
    beginInsertRows({}, int(first), int(end - 1));
    QList<ProductRef> rows = m_products.first(first);
    rows.append(products.sliced(first, end - first));
    rows.append(m_products.sliced(first));
    m_products = std::move(rows);
    endInsertRows();
}

void ProductGridModel::setTints(const std::map<CategoryId, int> &tints)
{
    if (m_tints == tints)
        return;
    m_tints = tints;
    changed({TintRole});
}

void ProductGridModel::setInCart(const std::map<ProductId, int> &counts)
{
    if (m_inCart == counts)
        return;
    m_inCart = counts;
    changed({InCartRole});
}

void ProductGridModel::retranslate(const ShopText &text)
{
    m_text = text;
    changed({PriceTextRole, BadgeTextRole, Qt::AccessibleTextRole});
}

void ProductGridModel::changed(const QList<int> &roles)
{
    if (!m_products.isEmpty())
        emit dataChanged(index(0), index(int(m_products.size()) - 1), roles);
}

int ProductGridModel::tintOf(const ShopProduct &product) const
{
    if (!product.categoryId)
        return TintCount - 1;
    const auto tint = m_tints.find(*product.categoryId);
    return tint == m_tints.end() ? TintCount - 1 : tint->second % TintCount;
}

} // namespace tp::ui
