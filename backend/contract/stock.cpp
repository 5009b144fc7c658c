// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/stock.h"

namespace tp::contract {

namespace {

constexpr char OnHandMeans[] = "What is there";
constexpr char ReservedMeans[] = "Promised to orders";
constexpr char AvailableMeans[] = "on_hand - reserved";
constexpr char LocationsMeans[] = "Where it is";

} // namespace

const Object<LocationStock> &LocationStock::object()
{
    static const auto object =
        Object<LocationStock>(Use::Answer, "LocationStock", "What of a product is at a location")
            .required("location_id", &LocationStock::locationId, "The location")
            .required("name", &LocationStock::name, Text::any(), "The location's name")
            .required("on_hand", &LocationStock::onHand, Measure::any(), OnHandMeans)
            .required("reserved", &LocationStock::reserved, Measure::any(), ReservedMeans)
            .required("available", &LocationStock::available, Measure::any(), AvailableMeans);
    return object;
}

const Object<StockLevel> &StockLevel::object()
{
    static const auto object =
        Object<StockLevel>(Use::Answer, "StockLevel", "What of a product is there")
            .required("product_id", &StockLevel::productId, "The product")
            .required("on_hand", &StockLevel::onHand, Measure::any(), OnHandMeans)
            .required("reserved", &StockLevel::reserved, Measure::any(), ReservedMeans)
            .required("available", &StockLevel::available, Measure::any(), AvailableMeans)
            .required("locations", &StockLevel::locations, ListOf{Nested<LocationStock>{}, 0},
                      LocationsMeans);
    return object;
}

const Object<StockItem> &StockItem::object()
{
    static const auto object =
        Object<StockItem>(Use::Answer, "StockItem", "What of a product is there, with its name")
            .required("product_id", &StockItem::productId, "The product")
            .required("sku", &StockItem::sku, Text::any(), "The product's SKU")
            .required("name", &StockItem::name, Text::any(), "The product's name")
            .required("on_hand", &StockItem::onHand, Measure::any(), OnHandMeans)
            .required("reserved", &StockItem::reserved, Measure::any(), ReservedMeans)
            .required("available", &StockItem::available, Measure::any(), AvailableMeans)
            .nullable("low_stock", &StockItem::lowStock, Measure::any(),
                      "At or below this it is low; null is never")
            .required("locations", &StockItem::locations, ListOf{Nested<LocationStock>{}, 0},
                      LocationsMeans);
    return object;
}

} // namespace tp::contract
