// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/settings/settingsservice.h"

#include "backend/journal/auditlog.h"
#include "backend/kernel/fielderrors.h"
#include "backend/settings/settingsevents.h"
#include "backend/settings/settingsstore.h"

using namespace Qt::StringLiterals;

namespace tp::settings {

namespace {

Error conflictAt(const QString &pointer, const QString &detail)
{
    return {ErrorCode::Conflict, detail, {{pointer, ErrorCode::Conflict, detail}}};
}

Result<void> checkCurrency(storage::UnitOfWork &work, const Settings &before, const Settings &after)
{
    if (before.currency == after.currency)
        return {};
    TP_TRY(const bool isPriced, SettingsStore().isAnythingPriced(work));
    if (!isPriced)
        return {};
    return conflictAt(u"/currency"_s,
                      u"This shop's currency is %1, and there are prices in it already: it cannot "
                      u"become %2"_s.arg(before.currency.codeText(), after.currency.codeText()));
}

Result<void> checkTaxClasses(storage::UnitOfWork &work, const Settings &before,
                             const Settings &after)
{
    QStringList used;
    for (const QString &code : classesMissing(before.taxRates, after.taxRates)) {
        TP_TRY(const bool isUsed, SettingsStore().isTaxClassUsed(work, code));
        if (isUsed)
            used.append(code);
    }
    if (used.isEmpty())
        return {};
    return conflictAt(u"/tax_classes"_s,
                      u"There are products of these classes, so they have to stay: "_s +
                          used.join(u", "));
}

/// The names of members are ours, so nothing in them needs an escape.
Result<void> audit(storage::UnitOfWork &work, const QStringList &changed, const Origin &origin)
{
    const QString details = u"{\"changed\":[\"%1\"]}"_s.arg(changed.join(u"\",\""));
    return journal::AuditLog::add(work, origin, {"settings.changed", {}, details.toStdString()});
}

} // namespace

Result<qint64> SettingsService::version(storage::UnitOfWork &work) const
{
    TP_TRY(const Settings settings, SettingsStore().find(work));
    return settings.version;
}

Result<void> SettingsService::change(storage::UnitOfWork &work, const SettingsChange &change,
                                     const Origin &origin) const
{
    QList<FieldError> problems = problemsOf(change, work.nowMs());
    if (!problems.isEmpty())
        return Error{ErrorCode::InvalidBody, u"The settings are not valid"_s, std::move(problems)};
    const SettingsStore store;
    TP_TRY(const Settings before, store.find(work));
    Settings after = change.appliedTo(before);
    const QStringList changed = changedMembers(before, after);
    if (changed.isEmpty())
        return {};
    TP_CHECK(checkCurrency(work, before, after));
    TP_CHECK(checkTaxClasses(work, before, after));
    after.version = before.version + 1;
    after.updatedAtMs = work.nowMs();
    TP_CHECK(store.update(work, after));
    if (before.taxRates != after.taxRates)
        TP_CHECK(store.replaceTaxRates(work, after.taxRates));
    TP_CHECK(SettingsEvents::tellChanged(work, after));
    return audit(work, changed, origin);
}

Result<void> SettingsService::nameShop(storage::UnitOfWork &work, const NewShop &shop,
                                       const Origin &origin) const
{
    SettingsChange wanted;
    if (!shop.name.isEmpty())
        wanted.shopName = shop.name;
    if (!shop.address.isEmpty())
        wanted.shopAddress = shop.address;
    if (!shop.taxId.isEmpty())
        wanted.shopTaxId = shop.taxId;
    if (shop.currency) {
        wanted.currency = Currency::fromCode(QStringView(*shop.currency));
        if (!wanted.currency) {
            return atMember(u"/shop/currency"_s, ErrorCode::InvalidValue,
                            u"A currency is an ISO 4217 code in capitals, as EUR"_s);
        }
    }
    return change(work, wanted, origin);
}

Result<void> SettingsService::ensureDefaults(storage::UnitOfWork &work,
                                             std::optional<Currency> wanted) const
{
    const Currency first = wanted.value_or(*Currency::fromCode(std::string_view("EUR")));
    TP_TRY(const bool isFresh, SettingsStore().begin(work, first));
    if (isFresh || !wanted)
        return {};
    SettingsChange currency;
    currency.currency = wanted;
    return change(work, currency, Origin());
}

} // namespace tp::settings
