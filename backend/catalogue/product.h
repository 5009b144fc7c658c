// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"
#include "backend/kernel/quantity.h"
#include "backend/kernel/uuid.h"

#include <QStringList>

#include <optional>
#include <string>

namespace tp::catalogue {

/// What a product is sold by. Stored and answered by name: add one, never change one.
enum class Unit { Each, Kilogram, Litre, Metre };
std::string_view nameOf(Unit unit);
std::optional<Unit> unitFromName(std::string_view name);

/// What happens when more is sold than is there.
enum class WhenShort { Refuse, Allow, Warn };
std::string_view nameOf(WhenShort whenShort);
std::optional<WhenShort> whenShortFromName(std::string_view name);

/// What people decide about a product. Compared as a whole: a change that changes nothing is none.
struct ProductDetails
{
    QString sku;
    QString name;
    QString description;
    std::optional<CategoryId> categoryId;
    Money price;
    QString taxClass = QStringLiteral("standard");
    Unit unit = Unit::Each;
    WhenShort whenShort = WhenShort::Refuse;
    std::optional<Quantity> lowStock;
    bool active = true;
    QStringList barcodes;
    std::string attributes = "{}"; ///< A JSON object in canonical form.

    friend bool operator==(const ProductDetails &, const ProductDetails &) = default;
};

/// A product with what the backend knows of it.
struct Product
{
    ProductId id;
    ProductDetails details;
    bool everSold = false;
    std::string imageHash;  ///< Empty: it has no picture.
    std::string createHash; ///< Of the body that made it.
    qint64 version = 1;
    qint64 createdAtMs = 0;
    qint64 updatedAtMs = 0;
};

/// What is to be different; what is not named stays.
struct ProductChange
{
    std::optional<QString> sku;
    std::optional<QString> name;
    std::optional<QString> description;
    std::optional<std::optional<CategoryId>> categoryId;
    std::optional<Money> price;
    std::optional<QString> taxClass;
    std::optional<Unit> unit;
    std::optional<WhenShort> whenShort;
    std::optional<std::optional<Quantity>> lowStock;
    std::optional<bool> active;
    std::optional<QStringList> barcodes;
    std::optional<std::string> attributes;

    ProductDetails appliedTo(ProductDetails details) const;
};

/// What a SKU is unique by: its letters without their case.
std::string skuKey(QStringView sku);

/// What lists are in the order of: the name without case and accents, cut so that a cursor stays
/// short.
std::string nameKey(QStringView name);

/// Where the search looks: every word with a space before and after it. Beside the words of name,
/// SKU and barcodes it has tokens that no question can contain, see categoryToken().
std::string searchText(const ProductDetails &details);

/// A token for each category and for what is not on sale, so that the index can filter.
std::string categoryToken(const CategoryId &id);
inline constexpr std::string_view InactiveToken = "=off";

/// Everything that is wrong with the details by themselves, also against the shop's currency. The
/// API's bodies have passed most of it by their schema; files come without one.
QList<FieldError> problemsOf(const ProductDetails &details, const Currency &shopCurrency);

} // namespace tp::catalogue
