// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/salerulesclient.h"

#include "app/api/answer.h"
#include "app/api/httpclient.h"
#include "backend/contract/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>

namespace tp::api {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(rulesLog, "tp.api", QtInfoMsg)

namespace {

/// Who wants to sell does not wait longer for news of prices.
constexpr int PatienceMs = 3'000;
constexpr qint64 FileSizeMax = 1024 * 1024;

pricing::TaxRounding taxRoundingOf(contract::TaxRounding rounding)
{
    switch (rounding) {
    case contract::TaxRounding::Line:
        return pricing::TaxRounding::Line;
    case contract::TaxRounding::Group:
        return pricing::TaxRounding::Group;
    }
    Q_UNREACHABLE();
}

Result<ui::SaleRules> toSaleRules(const contract::SaleRules &said)
{
    const auto currency = Currency::fromCode(QStringView(said.currency));
    if (!currency)
        return Error{ErrorCode::Internal, u"the shop's currency is none"_s, {}};
    ui::SaleRules rules{
        .pricing = {*currency,
                    said.pricesIncludeTax ? pricing::TaxMode::Included : pricing::TaxMode::Excluded,
                    taxRoundingOf(said.taxRounding), said.cashRounding.value(said.currency, 1)},
        .taxClasses = {},
        .shopName = said.shop.name,
        .shopAddress = said.shop.address,
        .taxId = said.shop.taxId};
    for (const contract::TaxClass &one : said.taxClasses) {
        TP_TRY(const auto rate, pricing::TaxRate::fromPpm(one.ratePpm));
        rules.taxClasses.append({one.code, rate, one.validFrom.unixMs});
    }
    return rules;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(FileSizeMax) : QByteArray();
}

Result<ui::SaleRules> keptRules(const QString &path)
{
    const QByteArray bytes = readFile(path);
    TP_TRY(const auto said,
           contract::SaleRules::object().parse({bytes.constData(), std::size_t(bytes.size())}));
    return toSaleRules(said);
}

/// Written only when they have changed, which is rare: the disk may be slow.
void keepRules(const QString &path, const contract::SaleRules &said)
{
    const auto bytes = QByteArray::fromStdString(contract::SaleRules::object().toJson(said));
    if (bytes == readFile(path))
        return;
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const bool isKept =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isKept)
        qCWarning(rulesLog) << "the rules of sales cannot be kept:" << file.errorString();
}

} // namespace

void SaleRulesClient::loadRules(QObject *context, RulesReply reply)
{
    HttpQuestion question{u"/api/sale-rules"_s, {}};
    question.timeoutMs = PatienceMs;
    m_http.get(question, context, [path = m_path, reply = std::move(reply)](const auto &answer) {
        const auto said = readAs<contract::SaleRules>(answer);
        auto rules = said ? toSaleRules(said.value()) : Result<ui::SaleRules>(said.error());
        if (said && rules)
            keepRules(path, said.value());
        const bool isRefused = !rules && (rules.error().code == ErrorCode::Unauthorized ||
                                          rules.error().code == ErrorCode::Forbidden);
        if (!rules && !isRefused) {
            if (auto kept = keptRules(path))
                rules = std::move(kept);
        }
        reply(rules);
    });
}

} // namespace tp::api
