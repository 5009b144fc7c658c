// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/productimportservice.h"

#include "backend/catalogue/productstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

using Kind = ImportOutcome::Kind;

constexpr qsizetype PathDepthMax = 16;
constexpr qsizetype CategoryNameMax = 100;

ImportOutcome rejected(ErrorCode code, const QString &column, const QString &reason)
{
    return {Kind::Rejected, {}, code, column, reason};
}

/// "/price/currency" is the column "currency"; "/barcodes/3" is "barcodes".
QString columnOf(const QString &pointer)
{
    const QStringList parts = pointer.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return {};
    if (parts.first() == u"category_id"_s)
        return u"category"_s;
    return parts.last() == u"currency"_s ? parts.last() : parts.first();
}

ImportOutcome rejectedFor(const FieldError &problem)
{
    return rejected(problem.code, columnOf(problem.pointer), problem.detail);
}

/// The names between the marks `/`; one inside a name is written `\/`, and `\` itself `\\`.
QStringList namesOfPath(const QString &text)
{
    QStringList names{QString()};
    bool isEscaped = false;
    for (const QChar character : text) {
        if (character == u'\\' && !isEscaped) {
            isEscaped = true;
            continue;
        }
        if (character == u'/' && !isEscaped)
            names.append(QString());
        else
            names.last().append(character);
        isEscaped = false;
    }
    return names;
}

std::optional<QStringList> pathOf(const QString &text)
{
    QStringList path;
    for (const QString &name : namesOfPath(text)) {
        path.append(name.trimmed());
        const bool isShown = std::none_of(name.begin(), name.end(), [](QChar character) {
            return character.category() == QChar::Other_Control;
        });
        if (path.last().isEmpty() || path.last().size() > CategoryNameMax || !isShown)
            return std::nullopt;
    }
    return path.size() <= PathDepthMax ? std::optional(path) : std::nullopt;
}

/// What the row says, over what is there.
ProductDetails detailsOf(const ImportRow &row, const std::optional<Product> &existing)
{
    ProductDetails details = existing ? existing->details
                                      : ProductDetails{.sku = row.sku,
                                                       .name = {},
                                                       .description = {},
                                                       .categoryId = {},
                                                       .price = row.price,
                                                       .lowStock = {},
                                                       .barcodes = {}};
    details.name = row.name;
    details.price = row.price;
    details.description = row.description.value_or(details.description);
    details.taxClass = row.taxClass.value_or(details.taxClass);
    details.barcodes = row.barcodes.value_or(details.barcodes);
    details.active = row.active.value_or(details.active);
    if (!existing && !row.isCounted)
        details.whenShort = WhenShort::Allow;
    return details;
}

} // namespace

Result<ImportOutcome> ProductImportService::take(const ImportRow &row)
{
    TP_TRY(const auto existing, ProductStore().findBySku(m_work, row.sku));
    const ProductId id = existing ? existing->id : ProductId(m_work.newId());
    ProductDetails details = detailsOf(row, existing);
    if (row.unit) {
        const auto unit = unitFromName(row.unit->toStdString());
        if (!unit)
            return rejected(ErrorCode::InvalidValue, u"unit"_s, u"Not one of each, kg, l, m"_s);
        details.unit = *unit;
    }
    std::optional<QStringList> path;
    if (row.categoryPath) {
        path = pathOf(*row.categoryPath);
        if (!path) {
            return rejected(ErrorCode::InvalidValue, u"category"_s,
                            u"Not a path of names such as Drinks/Coffee"_s);
        }
    }
    TP_TRY(const auto problem, problemOf(id, details));
    if (problem)
        return *problem;

    // From here on nothing of the row is wrong, so what is made now is not made in vain.
    if (path) {
        TP_TRY(details.categoryId, categoryOf(*path));
    }
    if (existing && existing->details == details)
        return ImportOutcome{Kind::Unchanged, id, {}, {}, {}};
    Product product{.id = id,
                    .details = std::move(details),
                    .everSold = existing && existing->everSold,
                    .imageHash = existing ? existing->imageHash : std::string(),
                    .createHash = existing ? existing->createHash : std::string(),
                    .version = existing ? existing->version + 1 : 1,
                    .createdAtMs = existing ? existing->createdAtMs : m_work.nowMs(),
                    .updatedAtMs = m_work.nowMs()};
    const ProductStore store(&m_pending);
    TP_CHECK(existing ? store.update(m_work, *existing, product) : store.insert(m_work, product));
    return ImportOutcome{existing ? Kind::Changed : Kind::Imported, id, {}, {}, {}};
}

Result<std::optional<ImportOutcome>>
ProductImportService::problemOf(const ProductId &id, const ProductDetails &details) const
{
    TP_TRY(const auto problems, m_products.problems(m_work, details));
    if (!problems.isEmpty())
        return std::optional(rejectedFor(problems.first()));
    const auto barcodes = m_products.checkBarcodes(m_work, id, details.barcodes);
    if (barcodes)
        return std::optional<ImportOutcome>();
    if (barcodes.error().code == ErrorCode::BarcodeTaken) {
        const FieldError &taken = barcodes.error().fields.first();
        const QString barcode = details.barcodes.value(taken.pointer.section(u'/', 2, 2).toInt());
        return std::optional(rejected(taken.code, u"barcodes"_s,
                                      u"barcode_taken: another product has %1"_s.arg(barcode)));
    }
    return barcodes.error();
}

Result<CategoryId> ProductImportService::categoryOf(const QStringList &path)
{
    const QString key = path.join(u'\0'); // A name may hold any other character.
    if (const auto known = m_categoryOfPath.constFind(key); known != m_categoryOfPath.constEnd())
        return *known;
    TP_TRY(const CategoryId id, m_categories.resolve(m_work, path));
    m_categoryOfPath.insert(key, id);
    return id;
}

Result<void> ProductImportService::finish()
{
    return ProductPlaceStore(&m_pending).indexPending(m_work);
}

} // namespace tp::catalogue
