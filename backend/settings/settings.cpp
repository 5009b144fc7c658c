// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

template <typename T>
void apply(const std::optional<T> &wanted, T &member)
{
    if (wanted)
        member = *wanted;
}

QList<FieldError> duplicatesIn(const QList<ScaleBarcode> &barcodes)
{
    QList<FieldError> problems;
    QStringList prefixes;
    for (qsizetype i = 0; i < barcodes.size(); ++i) {
        if (prefixes.contains(barcodes[i].prefix))
            problems.append({u"/scale_barcodes/%1/prefix"_s.arg(i), ErrorCode::DuplicateItem,
                             u"This prefix is in the list already"_s});
        prefixes.append(barcodes[i].prefix);
    }
    return problems;
}

} // namespace

std::string_view nameOf(TaxRounding rounding)
{
    switch (rounding) {
    case TaxRounding::Line:
        return "line";
    case TaxRounding::Group:
        return "group";
    }
    Q_UNREACHABLE();
}

std::optional<TaxRounding> taxRoundingFromName(std::string_view name)
{
    for (const TaxRounding rounding : {TaxRounding::Line, TaxRounding::Group}) {
        if (nameOf(rounding) == name)
            return rounding;
    }
    return std::nullopt;
}

Settings SettingsChange::appliedTo(Settings settings) const
{
    apply(shopName, settings.shopName);
    apply(shopAddress, settings.shopAddress);
    apply(shopTaxId, settings.shopTaxId);
    apply(currency, settings.currency);
    apply(pricesIncludeTax, settings.pricesIncludeTax);
    apply(taxRounding, settings.taxRounding);
    apply(registrationOpen, settings.registrationOpen);
    apply(totpRoles, settings.totpRoles);
    if (taxRates)
        settings.taxRates = inOrder(*taxRates);
    if (cashRounding)
        settings.cashRounding = cashRoundingJson(*cashRounding);
    if (scaleBarcodes)
        settings.scaleBarcodes = scaleBarcodesJson(*scaleBarcodes);
    return settings;
}

QStringList changedMembers(const Settings &before, const Settings &after)
{
    QStringList changed;
    const auto note = [&](bool isChanged, const QString &member) {
        if (isChanged)
            changed.append(member);
    };
    note(before.shopName != after.shopName, u"shop/name"_s);
    note(before.shopAddress != after.shopAddress, u"shop/address"_s);
    note(before.shopTaxId != after.shopTaxId, u"shop/tax_id"_s);
    note(before.currency != after.currency, u"currency"_s);
    note(before.pricesIncludeTax != after.pricesIncludeTax, u"prices_include_tax"_s);
    note(before.taxRounding != after.taxRounding, u"tax_rounding"_s);
    note(before.taxRates != after.taxRates, u"tax_classes"_s);
    note(before.cashRounding != after.cashRounding, u"cash_rounding"_s);
    note(before.scaleBarcodes != after.scaleBarcodes, u"scale_barcodes"_s);
    note(before.registrationOpen != after.registrationOpen, u"registration_open"_s);
    note(before.totpRoles != after.totpRoles, u"totp_required_for"_s);
    return changed;
}

QList<FieldError> problemsOf(const SettingsChange &change, qint64 nowMs)
{
    QList<FieldError> problems;
    if (change.taxRates)
        problems += problemsOf(*change.taxRates, nowMs);
    if (change.scaleBarcodes)
        problems += duplicatesIn(*change.scaleBarcodes);
    return problems;
}

std::string cashRoundingJson(const QMap<QString, qint64> &minorByCurrency)
{
    std::string json = "{";
    for (auto step = minorByCurrency.constBegin(); step != minorByCurrency.constEnd(); ++step) {
        json.append(json.size() > 1 ? ",\"" : "\"").append(step.key().toStdString());
        json.append("\":").append(std::to_string(step.value()));
    }
    return json.append("}");
}

std::string scaleBarcodesJson(const QList<ScaleBarcode> &barcodes)
{
    std::string json = "[";
    for (const ScaleBarcode &barcode : barcodes) {
        json.append(json.size() > 1 ? "," : "");
        json.append(R"({"prefix":")").append(barcode.prefix.toStdString());
        json.append(barcode.kind == ScaleBarcode::Kind::Price ? R"(","kind":"price"})"
                                                              : R"(","kind":"weight"})");
    }
    return json.append("]");
}

} // namespace tp::settings
