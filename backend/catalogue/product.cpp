// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/product.h"

#include "backend/kernel/textfold.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tp::catalogue {

namespace {

constexpr std::array<std::string_view, 4> UnitNames{"each", "kg", "l", "m"};
constexpr std::array<std::string_view, 3> WhenShortNames{"refuse", "allow", "warn"};

constexpr qsizetype NameKeyMax = 200;

template <typename E, std::size_t Count>
std::optional<E> fromName(const std::array<std::string_view, Count> &names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(E(found - names.begin()));
}

/// Checks one text of a product and notes what is wrong with it.
class TextCheck
{
public:
    explicit TextCheck(QList<FieldError> &problems) : m_problems(problems) {}

    void length(const QString &pointer, const QString &text, qsizetype min, qsizetype max)
    {
        const qsizetype length = text.toUcs4().size();
        if (min > 0 && text.trimmed().isEmpty())
            note(pointer, ErrorCode::TooShort, u"This must not be empty"_s);
        else if (length > max)
            note(pointer, ErrorCode::TooLong, u"At most %1 characters"_s.arg(max));
    }

    void characters(const QString &pointer, const QString &text, bool mayHaveLines)
    {
        const bool isFine = std::all_of(text.begin(), text.end(), [mayHaveLines](QChar character) {
            if (mayHaveLines && (character == u'\n' || character == u'\t'))
                return true;
            return character.category() != QChar::Other_Control;
        });
        if (!isFine || !text.isValidUtf16())
            note(pointer, ErrorCode::InvalidText, u"This has characters that cannot be shown"_s);
    }

    void code(const QString &pointer, const QString &text)
    {
        const bool isFine = std::all_of(text.begin(), text.end(), [](QChar character) {
            return character > u' ' && character < u'\x7f';
        });
        if (!isFine)
            note(pointer, ErrorCode::InvalidText, u"Only printable ASCII without spaces"_s);
    }

    void note(const QString &pointer, ErrorCode code, const QString &detail)
    {
        m_problems.append({pointer, code, detail});
    }

private:
    QList<FieldError> &m_problems;
};

void checkBarcodes(TextCheck &check, const QStringList &barcodes)
{
    if (barcodes.size() > 50)
        check.note(u"/barcodes"_s, ErrorCode::TooManyItems, u"At most 50 barcodes"_s);
    for (qsizetype i = 0; i < barcodes.size(); ++i) {
        const QString pointer = u"/barcodes/%1"_s.arg(i);
        check.length(pointer, barcodes[i], 1, 64);
        check.code(pointer, barcodes[i]);
        if (barcodes.indexOf(barcodes[i]) < i)
            check.note(pointer, ErrorCode::DuplicateItem, u"This is in the list already"_s);
    }
}

} // namespace

std::string_view nameOf(Unit unit)
{
    return UnitNames[std::size_t(unit)];
}

std::optional<Unit> unitFromName(std::string_view name)
{
    return fromName<Unit>(UnitNames, name);
}

std::string_view nameOf(WhenShort whenShort)
{
    return WhenShortNames[std::size_t(whenShort)];
}

std::optional<WhenShort> whenShortFromName(std::string_view name)
{
    return fromName<WhenShort>(WhenShortNames, name);
}

ProductDetails ProductChange::appliedTo(ProductDetails details) const
{
    details.sku = sku.value_or(details.sku);
    details.name = name.value_or(details.name);
    details.description = description.value_or(details.description);
    details.categoryId = categoryId.value_or(details.categoryId);
    details.price = price.value_or(details.price);
    details.taxClass = taxClass.value_or(details.taxClass);
    details.unit = unit.value_or(details.unit);
    details.whenShort = whenShort.value_or(details.whenShort);
    details.lowStock = lowStock.value_or(details.lowStock);
    details.active = active.value_or(details.active);
    details.barcodes = barcodes.value_or(details.barcodes);
    details.attributes = attributes.value_or(details.attributes);
    return details;
}

std::string skuKey(QStringView sku)
{
    return sku.toString()
        .normalized(QString::NormalizationForm_C)
        .toCaseFolded()
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

std::string nameKey(QStringView name)
{
    QString key = folded(name).left(NameKeyMax);
    if (!key.isEmpty() && key.back().isHighSurrogate())
        key.chop(1);
    return key.toStdString();
}

std::string searchText(const ProductDetails &details)
{
    QStringList words = searchWords(details.name);
    const QStringList skuWords = searchWords(details.sku);
    words += skuWords;
    if (skuWords.size() > 1)
        words.append(skuWords.join(QString())); // AB-12 is found as ab12 too.
    for (const QString &barcode : details.barcodes)
        words += searchWords(barcode);
    words.removeDuplicates();

    std::string text = " ";
    for (const QString &word : words)
        text.append(word.toStdString()).append(" ");
    if (details.categoryId)
        text.append(categoryToken(*details.categoryId)).append(" ");
    if (!details.active)
        text.append(InactiveToken).append(" ");
    return text;
}

std::string categoryToken(const CategoryId &id)
{
    return "=c" + id.toString();
}

QList<FieldError> problemsOf(const ProductDetails &details, const Currency &shopCurrency)
{
    QList<FieldError> problems;
    TextCheck check(problems);
    check.length(u"/sku"_s, details.sku, 1, 64);
    check.characters(u"/sku"_s, details.sku, false);
    check.length(u"/name"_s, details.name, 1, 200);
    check.characters(u"/name"_s, details.name, false);
    check.length(u"/description"_s, details.description, 0, 10'000);
    check.characters(u"/description"_s, details.description, true);
    checkBarcodes(check, details.barcodes);
    if (details.price.isNegative())
        check.note(u"/price/amount"_s, ErrorCode::OutOfRange, u"A price is not below zero"_s);
    if (details.price.currency() != shopCurrency) {
        check.note(u"/price/currency"_s, ErrorCode::CurrencyMismatch,
                   u"This shop's currency is %1"_s.arg(shopCurrency.codeText()));
    }
    if (details.lowStock && details.lowStock->isNegative())
        check.note(u"/low_stock"_s, ErrorCode::OutOfRange, u"This is not below zero"_s);
    return problems;
}

} // namespace tp::catalogue
