// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

#include <QMap>

namespace tp::contract {

/// Where tax is rounded: on each line, or once for all lines of a rate.
enum class TaxRounding { Line, Group };

/// What the digits behind the item number of a scale's label say.
enum class ScaleBarcodeKind { Price, Weight };

std::span<const WireName<TaxRounding>> wireNames(TaxRounding);
std::span<const WireName<ScaleBarcodeKind>> wireNames(ScaleBarcodeKind);

/// How the shop is called where a receipt says it.
struct ShopIdentity
{
    QString name;
    QString address;
    QString taxId;

    static const Object<ShopIdentity> &object();
    friend bool operator==(const ShopIdentity &, const ShopIdentity &) = default;
};

/// A rate of tax from a moment on. A class has one or more.
struct TaxClass
{
    QString code;
    QString name;
    qint64 ratePpm = 0;
    Time validFrom;

    static const Object<TaxClass> &object();
    friend bool operator==(const TaxClass &, const TaxClass &) = default;
};

/// Which barcodes a scale prints: all that begin with the prefix.
struct ScaleBarcode
{
    QString prefix;
    ScaleBarcodeKind kind = ScaleBarcodeKind::Price;

    static const Object<ScaleBarcode> &object();
    friend bool operator==(const ScaleBarcode &, const ScaleBarcode &) = default;
};

/// What a shop decides once for all of its registers.
struct Settings
{
    ShopIdentity shop;
    QString currency;
    bool pricesIncludeTax = true;
    TaxRounding taxRounding = TaxRounding::Line;
    QList<TaxClass> taxClasses;
    QMap<QString, qint64> cashRounding; ///< Currency to minor units.
    QList<ScaleBarcode> scaleBarcodes;
    bool registrationOpen = true;
    QList<Role> totpRequiredFor;
    qint64 version = 0;

    static const Object<Settings> &object();
    friend bool operator==(const Settings &, const Settings &) = default;
};

/// Of these what a till prices, rounds and prints by.
struct SaleRules
{
    ShopIdentity shop;
    QString currency;
    bool pricesIncludeTax = true;
    TaxRounding taxRounding = TaxRounding::Line;
    QList<TaxClass> taxClasses;
    QMap<QString, qint64> cashRounding; ///< Currency to minor units.
    QList<ScaleBarcode> scaleBarcodes;
    qint64 version = 0; ///< Of the settings.

    static const Object<SaleRules> &object();
    friend bool operator==(const SaleRules &, const SaleRules &) = default;
};

struct ChangeShopIdentity
{
    Change<QString> name;
    Change<QString> address;
    Change<QString> taxId;

    static const Object<ChangeShopIdentity> &object();
};

struct NewTaxClass
{
    QString code;
    QString name;
    qint64 ratePpm = 0;
    Time validFrom; ///< Left out: it was always so.

    static const Object<NewTaxClass> &object();
};

struct NewScaleBarcode
{
    QString prefix;
    ScaleBarcodeKind kind = ScaleBarcodeKind::Price;

    static const Object<NewScaleBarcode> &object();
};

/// The body of PUT /api/settings: what is left out stays, a list that is given replaces the other.
struct ChangeSettings
{
    ReadOnlyMembers readOnly;
    Change<ChangeShopIdentity> shop;
    Change<QString> currency;
    Change<bool> pricesIncludeTax;
    Change<TaxRounding> taxRounding;
    Change<QList<NewTaxClass>> taxClasses;
    Change<QMap<QString, qint64>> cashRounding;
    Change<QList<NewScaleBarcode>> scaleBarcodes;
    Change<bool> registrationOpen;
    Change<QList<Role>> totpRequiredFor;

    static const Object<ChangeSettings> &object();
};

} // namespace tp::contract
