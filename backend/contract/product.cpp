// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/product.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

namespace {

constexpr Text SkuText{1, 64, Text::Kind::Line};
constexpr Text NameText{1, 200, Text::Kind::Line};
constexpr Text DescriptionText{0, 10'000, Text::Kind::Lines};
constexpr Text TaxClassText{1, 40, Text::Kind::Code};
constexpr ListOf<Text> BarcodeList{Text{1, 64, Text::Kind::Code}, 50, true};

constexpr char SkuMeans[] = "The shop's own code; unique without regard to case";
constexpr char NameMeans[] = "What it is called on tiles and receipts";
constexpr char DescriptionMeans[] = "For people; line breaks are kept";
constexpr char CategoryMeans[] = "Where it stands; null is nowhere";
constexpr char PriceMeans[] = "For one unit, in the shop's currency; 0 is a price";
constexpr char TaxClassMeans[] = "A code of the settings' tax classes";
constexpr char UnitMeans[] = "What it is sold by";
constexpr char BarcodesMeans[] = "Each belongs to one product only";
constexpr char ActiveMeans[] = "False: archived, not for sale";
constexpr char AttributesMeans[] = "Free members of your own; kept, not interpreted";
constexpr char LowStockMeans[] = "At or below this it is listed as low; null is never";
constexpr char WhenShortMeans[] = "What a sale of more than is available does";

} // namespace

const Object<ProductStock> &ProductStock::object()
{
    static const auto object =
        Object<ProductStock>(Use::Answer, "ProductStock", "What is there, over all locations")
            .required("on_hand", &ProductStock::onHand, Measure::any(), "What is in the shop")
            .required("reserved", &ProductStock::reserved, Measure::any(), "Promised to orders")
            .required("available", &ProductStock::available, Measure::any(), "on_hand - reserved");
    return object;
}

const Object<Product> &Product::object()
{
    static const auto object =
        Object<Product>(Use::Answer, "Product", "A product")
            .required("id", &Product::id, "Its id")
            .asReadOnly()
            .required("sku", &Product::sku, Text::any(), SkuMeans)
            .required("name", &Product::name, Text::any(), NameMeans)
            .required("description", &Product::description, Text::any(), DescriptionMeans)
            .nullable("category_id", &Product::categoryId, CategoryMeans)
            .required("price", &Product::price, PriceMeans)
            .required("tax_class", &Product::taxClass, Text::any(), TaxClassMeans)
            .required("unit", &Product::unit, UnitMeans)
            .required("barcodes", &Product::barcodes, ListOf{Text::any(), 0}, BarcodesMeans)
            .nullable("image_url", &Product::imageUrl, Text::any(), "Its picture; null is none")
            .asReadOnly()
            .required("active", &Product::active, ActiveMeans)
            .required("attributes", &Product::attributes, AttributesMeans)
            .nullable("low_stock", &Product::lowStock, Measure::any(), LowStockMeans)
            .required("when_short", &Product::whenShort, WhenShortMeans)
            .required("stock", &Product::stock, "What is there, over all locations")
            .asReadOnly()
            .required("version", &Product::version, versionRule(), VersionMeans)
            .asReadOnly()
            .required("created_at", &Product::createdAt, "When it was created")
            .asReadOnly()
            .required("updated_at", &Product::updatedAt, "When it was changed last")
            .asReadOnly();
    return object;
}

const Object<NewProduct> &NewProduct::object()
{
    static const auto object =
        Object<NewProduct>(Use::Request, "NewProduct", "A product to create")
            .optional("id", &NewProduct::id, ChosenIdMeans)
            .required("sku", &NewProduct::sku, SkuText, SkuMeans)
            .required("name", &NewProduct::name, NameText, NameMeans)
            .optional("description", &NewProduct::description, DescriptionText, DescriptionMeans)
            .nullable("category_id", &NewProduct::categoryId, CategoryMeans)
            .required("price", &NewProduct::price, PriceMeans)
            .optional("tax_class", &NewProduct::taxClass, TaxClassText, TaxClassMeans)
            .optional("unit", &NewProduct::unit, UnitMeans)
            .optional("barcodes", &NewProduct::barcodes, BarcodeList, BarcodesMeans)
            .optional("active", &NewProduct::active, ActiveMeans)
            .optional("attributes", &NewProduct::attributes, AttributesMeans)
            .nullable("low_stock", &NewProduct::lowStock, LowStockMeans)
            .optional("when_short", &NewProduct::whenShort, WhenShortMeans);
    return object;
}

const Object<ChangeProduct> &ChangeProduct::object()
{
    using Change = ChangeProduct;
    static const auto object =
        Object<Change>(Use::Request, "ChangeProduct", "What of a product is to change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .optional("sku", &Change::sku, SkuText, SkuMeans)
            .optional("name", &Change::name, NameText, NameMeans)
            .optional("description", &Change::description, DescriptionText, DescriptionMeans)
            .optional("category_id", &Change::categoryId, CategoryMeans)
            .optional("price", &Change::price, PriceMeans)
            .optional("tax_class", &Change::taxClass, TaxClassText, TaxClassMeans)
            .optional("unit", &Change::unit, UnitMeans)
            .optional("barcodes", &Change::barcodes, BarcodeList, BarcodesMeans)
            .readOnly("image_url", &Change::readOnly, UnchangedMeans)
            .optional("active", &Change::active, ActiveMeans)
            .optional("attributes", &Change::attributes, AttributesMeans)
            .optional("low_stock", &Change::lowStock, LowStockMeans)
            .optional("when_short", &Change::whenShort, WhenShortMeans)
            .readOnly("stock", &Change::readOnly, UnchangedMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans)
            .readOnly("created_at", &Change::readOnly, UnchangedMeans)
            .readOnly("updated_at", &Change::readOnly, UnchangedMeans);
    return object;
}

} // namespace tp::contract
