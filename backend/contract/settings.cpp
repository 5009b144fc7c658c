// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/settings.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/percurrency.h"

namespace tp::contract {

namespace {

constexpr WireName<TaxRounding> TaxRoundingNames[] = {{TaxRounding::Line, "line"},
                                                      {TaxRounding::Group, "group"}};

constexpr WireName<ScaleBarcodeKind> ScaleKindNames[] = {{ScaleBarcodeKind::Price, "price"},
                                                         {ScaleBarcodeKind::Weight, "weight"}};

/// What GS1 calls restricted circulation numbers: they mean something in one shop alone.
struct ScalePrefix
{
    void read(const JsonValue &json, const Reading &at, QString &out) const
    {
        std::string_view text;
        if (!readName(json, at, text))
            return;
        const bool isOurs = text == "02" || (text.size() == 2 && text[0] == '2' && text[1] >= '0' &&
                                             text[1] <= '9');
        if (isOurs)
            out = QString::fromLatin1(text.data(), 2);
        else
            at.fail(ErrorCode::InvalidValue,
                    QStringLiteral("The prefix of a scale's barcodes is 02, or one of 20 to 29"));
    }
    void write(const QString &value, JsonWriter &json) const { json.string(QStringView(value)); }
    void writeMembers(const SchemaPlace &place) const
    {
        place.json.key("type").string("string").key("pattern").string("^(02|2[0-9])$");
    }
};

constexpr Integer PartsPerMillion{0, 1'000'000};
constexpr PerCurrency CashSteps{Integer{1, 1000}};
constexpr Text ShopNameText{0, 200, Text::Kind::Line};
constexpr Text AddressText{0, 1000, Text::Kind::Lines};
constexpr Text TaxIdText{0, 50, Text::Kind::Line};
constexpr Text TaxClassNameText{1, 100, Text::Kind::Line};

constexpr char ShopNameMeans[] = "As receipts call it";
constexpr char AddressMeans[] = "As receipts show it, with its lines";
constexpr char TaxIdMeans[] = "The number under which it pays tax";
constexpr char TaxCodeMeans[] = "What products name it by";
constexpr char TaxNameMeans[] = "What people call it";
constexpr char RateMeans[] = "Parts per million: 190000 is 19 %";
constexpr char ValidFromMeans[] = "From when on the rate holds, until a later one of its class";
constexpr char PrefixMeans[] = "What its barcodes begin with: 02, or 20 to 29";
constexpr char KindMeans[] = "What the label's last digits say";
constexpr char ShopMeans[] = "How the shop is called";
constexpr char CurrencyMeans[] = "ISO 4217; stands once something is priced";
constexpr char IncludeMeans[] = "Whether prices include tax";
constexpr char RoundingMeans[] = "Where tax is rounded: on each line, or once a rate";
constexpr char TaxClassesMeans[] =
    "The rates, by code, then from when they hold. The class standard stays, and each that a "
    "product names";
constexpr char CashMeans[] = "The smallest amount paid in cash, in minor units: {\"CHF\": 5}";
constexpr char ScaleMeans[] = "Which barcodes a scale prints";
constexpr char RegistrationMeans[] = "Whether anyone may open a customer's account";
constexpr char TotpRolesMeans[] = "Whose roles need a second factor";

} // namespace

std::span<const WireName<TaxRounding>> wireNames(TaxRounding)
{
    return TaxRoundingNames;
}

std::span<const WireName<ScaleBarcodeKind>> wireNames(ScaleBarcodeKind)
{
    return ScaleKindNames;
}

const Object<ShopIdentity> &ShopIdentity::object()
{
    static const auto object =
        Object<ShopIdentity>(Use::Answer, "ShopIdentity", "How the shop is called")
            .required("name", &ShopIdentity::name, Text::any(), ShopNameMeans)
            .required("address", &ShopIdentity::address, Text::any(), AddressMeans)
            .required("tax_id", &ShopIdentity::taxId, Text::any(), TaxIdMeans);
    return object;
}

const Object<ChangeShopIdentity> &ChangeShopIdentity::object()
{
    using Change = ChangeShopIdentity;
    static const auto object =
        Object<Change>(Use::Request, "ChangeShopIdentity", "How the shop is to be called")
            .optional("name", &Change::name, ShopNameText, ShopNameMeans)
            .optional("address", &Change::address, AddressText, AddressMeans)
            .optional("tax_id", &Change::taxId, TaxIdText, TaxIdMeans);
    return object;
}

const Object<TaxClass> &TaxClass::object()
{
    static const auto object =
        Object<TaxClass>(Use::Answer, "TaxClass", "A rate of tax from a moment on")
            .required("code", &TaxClass::code, Text::any(), TaxCodeMeans)
            .required("name", &TaxClass::name, Text::any(), TaxNameMeans)
            .required("rate_ppm", &TaxClass::ratePpm, PartsPerMillion, RateMeans)
            .required("valid_from", &TaxClass::validFrom, ValidFromMeans);
    return object;
}

const Object<NewTaxClass> &NewTaxClass::object()
{
    static const auto object =
        Object<NewTaxClass>(Use::Request, "NewTaxClass", "A rate of tax from a moment on")
            .required("code", &NewTaxClass::code, Text{1, 40, Text::Kind::Code}, TaxCodeMeans)
            .required("name", &NewTaxClass::name, TaxClassNameText, TaxNameMeans)
            .required("rate_ppm", &NewTaxClass::ratePpm, PartsPerMillion, RateMeans)
            .optional("valid_from", &NewTaxClass::validFrom, ValidFromMeans);
    return object;
}

const Object<ScaleBarcode> &ScaleBarcode::object()
{
    static const auto object =
        Object<ScaleBarcode>(Use::Answer, "ScaleBarcode", "Barcodes that a scale prints")
            .required("prefix", &ScaleBarcode::prefix, Text::any(), PrefixMeans)
            .required("kind", &ScaleBarcode::kind, KindMeans);
    return object;
}

const Object<NewScaleBarcode> &NewScaleBarcode::object()
{
    static const auto object =
        Object<NewScaleBarcode>(Use::Request, "NewScaleBarcode", "Barcodes that a scale prints")
            .required("prefix", &NewScaleBarcode::prefix, ScalePrefix{}, PrefixMeans)
            .required("kind", &NewScaleBarcode::kind, KindMeans);
    return object;
}

const Object<Settings> &Settings::object()
{
    static const auto object =
        Object<Settings>(Use::Answer, "Settings", "What the shop has decided")
            .required("shop", &Settings::shop, ShopMeans)
            .required("currency", &Settings::currency, CurrencyCode{}, CurrencyMeans)
            .required("prices_include_tax", &Settings::pricesIncludeTax, IncludeMeans)
            .required("tax_rounding", &Settings::taxRounding, RoundingMeans)
            .required("tax_classes", &Settings::taxClasses, ListOf{Nested<TaxClass>{}, 0},
                      TaxClassesMeans)
            .required("cash_rounding", &Settings::cashRounding, CashSteps, CashMeans)
            .required("scale_barcodes", &Settings::scaleBarcodes, ListOf{Nested<ScaleBarcode>{}, 0},
                      ScaleMeans)
            .required("registration_open", &Settings::registrationOpen, RegistrationMeans)
            .required("totp_required_for", &Settings::totpRequiredFor, ListOf{OneOf<Role>{}, 0},
                      TotpRolesMeans)
            .required("version", &Settings::version, versionRule(), VersionMeans)
            .asReadOnly();
    return object;
}

const Object<SaleRules> &SaleRules::object()
{
    using Rules = SaleRules;
    static const auto object =
        Object<Rules>(Use::Answer, "SaleRules", "What a till prices, rounds and prints by")
            .required("shop", &Rules::shop, ShopMeans)
            .required("currency", &Rules::currency, CurrencyCode{}, CurrencyMeans)
            .required("prices_include_tax", &Rules::pricesIncludeTax, IncludeMeans)
            .required("tax_rounding", &Rules::taxRounding, RoundingMeans)
            .required("tax_classes", &Rules::taxClasses, ListOf{Nested<TaxClass>{}, 0},
                      TaxClassesMeans)
            .required("cash_rounding", &Rules::cashRounding, CashSteps, CashMeans)
            .required("scale_barcodes", &Rules::scaleBarcodes, ListOf{Nested<ScaleBarcode>{}, 0},
                      ScaleMeans)
            .required("version", &Rules::version, versionRule(), VersionMeans)
            .asReadOnly();
    return object;
}

const Object<ChangeSettings> &ChangeSettings::object()
{
    using Change = ChangeSettings;
    static const auto object =
        Object<Change>(Use::Request, "ChangeSettings", "What the shop decides anew")
            .optional("shop", &Change::shop, ShopMeans)
            .optional("currency", &Change::currency, CurrencyCode{}, CurrencyMeans)
            .optional("prices_include_tax", &Change::pricesIncludeTax, IncludeMeans)
            .optional("tax_rounding", &Change::taxRounding, RoundingMeans)
            .optional("tax_classes", &Change::taxClasses, ListOf{Nested<NewTaxClass>{}, 200},
                      TaxClassesMeans)
            .optional("cash_rounding", &Change::cashRounding, CashSteps, CashMeans)
            .optional("scale_barcodes", &Change::scaleBarcodes,
                      ListOf{Nested<NewScaleBarcode>{}, 11}, ScaleMeans)
            .optional("registration_open", &Change::registrationOpen, RegistrationMeans)
            .optional("totp_required_for", &Change::totpRequiredFor,
                      ListOf{OneOf<Role>{}, int(Role::Count), true}, TotpRolesMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans);
    return object;
}

} // namespace tp::contract
