// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/currency.h"
#include "backend/kernel/result.h"
#include "backend/kernel/role.h"
#include "backend/settings/taxrate.h"

#include <QMap>
#include <QStringList>

#include <optional>
#include <string>

namespace tp::settings {

/// Where tax is rounded. Stored by name: add one, never change one.
enum class TaxRounding { Line, Group };
std::string_view nameOf(TaxRounding rounding);
std::optional<TaxRounding> taxRoundingFromName(std::string_view name);

/// Which barcodes a scale prints, and what their last digits say.
struct ScaleBarcode
{
    enum class Kind { Price, Weight };

    QString prefix; ///< 02, or 20 to 29.
    Kind kind = Kind::Price;
};

/// What a shop decides once for all of its registers.
struct Settings
{
    QString shopName;
    QString shopAddress;
    QString shopTaxId;
    Currency currency;
    bool pricesIncludeTax = true;
    TaxRounding taxRounding = TaxRounding::Line;
    QList<TaxRate> taxRates;
    std::string cashRounding = "{}";  ///< As stored: see cashRoundingJson().
    std::string scaleBarcodes = "[]"; ///< As stored: see scaleBarcodesJson().
    bool registrationOpen = true;
    Roles totpRoles;
    qint64 version = 1;
    qint64 updatedAtMs = 0;
};

/// What is to be different; what is not named stays.
struct SettingsChange
{
    std::optional<QString> shopName;
    std::optional<QString> shopAddress;
    std::optional<QString> shopTaxId;
    std::optional<Currency> currency;
    std::optional<bool> pricesIncludeTax;
    std::optional<TaxRounding> taxRounding;
    std::optional<QList<TaxRate>> taxRates;
    std::optional<QMap<QString, qint64>> cashRounding; ///< Currency to minor units.
    std::optional<QList<ScaleBarcode>> scaleBarcodes;
    std::optional<bool> registrationOpen;
    std::optional<Roles> totpRoles;

    Settings appliedTo(Settings settings) const;
};

/// The members of the contract that differ, as JSON pointers without their first slash.
QStringList changedMembers(const Settings &before, const Settings &after);

/// Everything that is wrong with a change by itself, at `nowMs`.
QList<FieldError> problemsOf(const SettingsChange &change, qint64 nowMs);

// As one column holds them, and as an answer takes them. Codes, prefixes and kinds need no escapes.
std::string cashRoundingJson(const QMap<QString, qint64> &minorByCurrency);
std::string scaleBarcodesJson(const QList<ScaleBarcode> &barcodes);

} // namespace tp::settings
