// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsroutes.h"

#include "backend/contract/settings.h"
#include "backend/http/router.h"
#include "backend/settings/settingsqueries.h"
#include "backend/settings/settingsservice.h"

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

using http::Answer;
using http::Call;
using storage::UnitOfWork;

TaxRounding fromContract(contract::TaxRounding rounding)
{
    switch (rounding) {
    case contract::TaxRounding::Line:
        return TaxRounding::Line;
    case contract::TaxRounding::Group:
        return TaxRounding::Group;
    }
    Q_UNREACHABLE();
}

ScaleBarcode::Kind fromContract(contract::ScaleBarcodeKind kind)
{
    switch (kind) {
    case contract::ScaleBarcodeKind::Price:
        return ScaleBarcode::Kind::Price;
    case contract::ScaleBarcodeKind::Weight:
        return ScaleBarcode::Kind::Weight;
    }
    Q_UNREACHABLE();
}

QList<TaxRate> fromContract(const QList<contract::NewTaxClass> &classes)
{
    QList<TaxRate> rates;
    for (const contract::NewTaxClass &one : classes)
        rates.append({one.code, one.validFrom.unixMs, one.name, one.ratePpm});
    return rates;
}

QList<ScaleBarcode> fromContract(const QList<contract::NewScaleBarcode> &barcodes)
{
    QList<ScaleBarcode> ours;
    for (const contract::NewScaleBarcode &one : barcodes)
        ours.append({one.prefix, fromContract(one.kind)});
    return ours;
}

SettingsChange changeOf(const contract::ChangeSettings &body)
{
    SettingsChange change;
    if (body.shop) {
        change.shopName = body.shop.to->name.to;
        change.shopAddress = body.shop.to->address.to;
        change.shopTaxId = body.shop.to->taxId.to;
    }
    if (body.currency)
        change.currency = Currency::fromCode(QStringView(*body.currency.to));
    change.pricesIncludeTax = body.pricesIncludeTax.to;
    if (body.taxRounding)
        change.taxRounding = fromContract(*body.taxRounding.to);
    if (body.taxClasses)
        change.taxRates = fromContract(*body.taxClasses.to);
    change.cashRounding = body.cashRounding.to;
    if (body.scaleBarcodes)
        change.scaleBarcodes = fromContract(*body.scaleBarcodes.to);
    change.registrationOpen = body.registrationOpen.to;
    if (body.totpRequiredFor)
        change.totpRoles = roleSetOf(*body.totpRequiredFor.to);
    return change;
}

Result<Answer> shownSettings(storage::Session &session)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, SettingsQueries().write(session, json));
    return Answer::json(200, std::move(body)).withEtag(std::move(etag));
}

Result<Answer> shownSaleRules(const Call &, storage::Snapshot &snapshot)
{
    std::string body;
    contract::JsonWriter json(body);
    TP_TRY(std::string etag, SettingsQueries().writeSaleRules(snapshot, json));
    return Answer::json(200, std::move(body)).withEtag(std::move(etag));
}

Result<void> checkReadOnlySettings(const contract::ReadOnlyMembers &sent, UnitOfWork &work)
{
    if (sent.empty())
        return {};
    TP_TRY(const Answer shown, shownSettings(work));
    TP_TRY(const contract::JsonValue current, contract::parseJson(shown.body));
    return contract::unchanged(sent, current);
}

Result<Answer> changeSettings(const Call &call, const contract::ChangeSettings &body,
                              UnitOfWork &work)
{
    const SettingsService settings;
    TP_TRY(const qint64 version, settings.version(work));
    TP_CHECK(call.requireMatch(version));
    TP_CHECK(checkReadOnlySettings(body.readOnly, work));
    TP_CHECK(settings.change(work, changeOf(body), call.origin()));
    return shownSettings(work);
}

} // namespace

void addSettingsRoutes(http::Router &router)
{
    router.get("/api/settings")
        .summary(u"What the shop has decided for all of its registers"_s)
        .tag(u"Settings"_s)
        .needs(Permission::SettingsWrite)
        .answers<contract::Settings>(200)
        .quick([](const Call &, storage::Snapshot &snapshot) { return shownSettings(snapshot); });

    router.get("/api/sale-rules")
        .summary(u"What a till prices, rounds and prints by"_s)
        .description(u"Of the settings what a sale needs, for whoever sells."_s)
        .tag(u"Settings"_s)
        .needs(Permission::OrdersCreate, Permission::SalesRecord)
        .answers<contract::SaleRules>(200)
        .quick(shownSaleRules);

    router.put("/api/settings")
        .summary(u"Decide anew"_s)
        .description(u"What is left out stays; a list that is given replaces the one before. The "
                     "currency changes only while nothing is priced, and a tax class that a "
                     "product names stays, as `standard` does: else 409 or 422."_s)
        .tag(u"Settings"_s)
        .needs(Permission::SettingsWrite)
        .answers<contract::Settings>(200)
        .problems({ErrorCode::StaleVersion, ErrorCode::Conflict, ErrorCode::ReadOnly})
        .writes<contract::ChangeSettings>(changeSettings);
}

} // namespace tp::settings
