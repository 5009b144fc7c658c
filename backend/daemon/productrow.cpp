// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/productrow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

/// A cell as an error quotes it.
QString quoted(const QString &cell)
{
    constexpr qsizetype ShownMax = 40;
    return cell.size() <= ShownMax ? cell : cell.left(ShownMax) + u'…';
}

/// Collects what is wrong with one row.
class RowCheck
{
public:
    RowCheck(const ProductColumns &columns, qint64 line, const QStringList &cells,
             QList<Rejection> &rejections)
        : m_columns(columns)
        , m_line(line)
        , m_cells(cells)
        , m_rejections(rejections)
    {}

    QString text(Column column) const { return m_columns.cell(m_cells, column); }
    QString trimmed(Column column) const { return text(column).trimmed(); }

    void reject(const QString &column, const QString &reason)
    {
        m_rejections.append({m_line, column, reason});
    }
    void reject(Column column, const QString &reason) { reject(nameOf(column), reason); }

    bool hasRejected(const QString &column) const
    {
        return std::any_of(m_rejections.begin(), m_rejections.end(), [&](const Rejection &one) {
            return one.line == m_line && one.column == column;
        });
    }

private:
    const ProductColumns &m_columns;
    qint64 m_line;
    const QStringList &m_cells;
    QList<Rejection> &m_rejections;
};

/// Digits with at most one point and a sign, and nothing else.
bool isPlainDecimal(const QString &text)
{
    const QStringView digits = QStringView(text).sliced(text.startsWith(u'-') ? 1 : 0);
    const bool isPlain = std::all_of(digits.begin(), digits.end(),
                                     [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; });
    return isPlain && digits.count(u'.') <= 1 && digits != u"."_s && !digits.isEmpty();
}

QString priceReason(const QString &text, const Error &error, const Currency &currency)
{
    if (text.isEmpty())
        return u"there is no price"_s;
    if (error.code == ErrorCode::OutOfRange)
        return u"%1 is too large"_s.arg(quoted(text));
    if (isPlainDecimal(text) && text.section(u'.', 1).size() > currency.exponent())
        return u"%1 has more digits than %2"_s.arg(quoted(text), currency.codeText());
    return u"%1 is not a price: it is written with a point, such as 2.55"_s.arg(quoted(text));
}

Money readPrice(RowCheck &check, const Currency &currency)
{
    const QString text = check.trimmed(Column::Price);
    const auto price = Money::fromDecimal(text, currency);
    if (!price) {
        check.reject(Column::Price, priceReason(text, price.error(), currency));
        return Money::zero(currency);
    }
    if (price->isNegative())
        check.reject(Column::Price, u"%1 is below zero"_s.arg(quoted(text)));
    return *price;
}

void checkCurrency(RowCheck &check, const Currency &shop)
{
    const QString text = check.trimmed(Column::Currency);
    if (text.isEmpty() || text.toUpper() == shop.codeText())
        return;
    check.reject(Column::Currency, Currency::fromCode(QStringView(text.toUpper()))
                                       ? u"currency_mismatch: %1 is not this shop's currency, "
                                         "which is %2"_s.arg(quoted(text), shop.codeText())
                                       : u"%1 is not a currency"_s.arg(quoted(text)));
}

std::optional<Quantity> readStock(RowCheck &check)
{
    const QString text = check.trimmed(Column::Stock);
    if (text.isEmpty())
        return std::nullopt;
    const auto stock = Quantity::fromDecimal(QStringView(text));
    if (stock)
        return *stock;
    const QString reason = stock.error().code == ErrorCode::OutOfRange
                               ? u"%1 is too large"_s
                               : u"%1 is not a quantity: it has at most 3 decimals, such as 0.75"_s;
    check.reject(Column::Stock, reason.arg(quoted(text)));
    return std::nullopt;
}

std::optional<bool> readActive(RowCheck &check)
{
    const QString text = check.trimmed(Column::Active).toLower();
    if (text.isEmpty())
        return std::nullopt;
    if (text == u"true"_s || text == u"yes"_s || text == u"1"_s)
        return true;
    if (text == u"false"_s || text == u"no"_s || text == u"0"_s)
        return false;
    check.reject(Column::Active, u"%1 is neither true nor false"_s.arg(quoted(text)));
    return std::nullopt;
}

/// Empty is nothing, so that what a file does not say stays as it is.
std::optional<QString> ifSaid(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

QString lines(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

/// What the catalogue's own rules say of the texts, so that a row is told all of it at once.
void checkDetails(RowCheck &check, const catalogue::ImportRow &row, const RowRules &rules)
{
    const catalogue::ProductDetails details{.sku = row.sku,
                                            .name = row.name,
                                            .description = row.description.value_or(QString()),
                                            .categoryId = {},
                                            .price = Money::zero(rules.currency),
                                            .lowStock = {},
                                            .barcodes = row.barcodes.value_or(QStringList())};
    for (const FieldError &problem : catalogue::problemsOf(details, rules.currency)) {
        const QString column = problem.pointer.section(u'/', 1, 1);
        if (!check.hasRejected(column))
            check.reject(column, problem.detail);
    }
    if (row.unit && !catalogue::unitFromName(row.unit->toStdString()))
        check.reject(Column::Unit, u"%1 is none of each, kg, l, m"_s.arg(quoted(*row.unit)));
    if (row.taxClass && !rules.hasTaxClass(*row.taxClass)) {
        check.reject(Column::TaxClass,
                     u"the shop has no tax class %1"_s.arg(quoted(*row.taxClass)));
    }
}

QString joinedEscaped(const QStringList &parts, QChar mark)
{
    QStringList escaped;
    for (QString part : parts)
        escaped.append(part.replace(u'\\', u"\\\\"_s).replace(mark, QString(u'\\') + mark));
    return escaped.join(mark);
}

} // namespace

QString Rejection::text() const
{
    return column.isEmpty() ? u"line %1: %2"_s.arg(line).arg(reason)
                            : u"line %1, column %2: %3"_s.arg(line).arg(column, reason);
}

ProductRow readProductRow(const ProductColumns &columns, qint64 line, const QStringList &cells,
                          const RowRules &rules, QList<Rejection> &rejections)
{
    RowCheck check(columns, line, cells, rejections);
    ProductRow row{.line = line,
                   .skuKey = {},
                   .product = {.sku = check.text(Column::Sku),
                               .name = check.text(Column::Name),
                               .price = readPrice(check, rules.currency),
                               .description = ifSaid(lines(check.text(Column::Description))),
                               .categoryPath = ifSaid(check.trimmed(Column::Category)),
                               .taxClass = ifSaid(check.trimmed(Column::TaxClass)),
                               .unit = ifSaid(check.trimmed(Column::Unit)),
                               .barcodes = {},
                               .active = readActive(check)},
                   .stock = readStock(check),
                   .image = check.trimmed(Column::Image),
                   .pictureHash = {}};
    row.product.isCounted = row.stock.has_value();
    if (!row.product.sku.isEmpty())
        row.skuKey = catalogue::skuKey(row.product.sku);
    if (const QString barcodes = check.trimmed(Column::Barcodes); !barcodes.isEmpty())
        row.product.barcodes = barcodesFromCell(barcodes);
    checkCurrency(check, rules.currency);
    checkDetails(check, row.product, rules);
    return row;
}

QStringList barcodesFromCell(const QString &cell)
{
    QStringList barcodes{QString()};
    bool isEscaped = false;
    for (const QChar c : cell) {
        if (c == u'\\' && !isEscaped) {
            isEscaped = true;
            continue;
        }
        if (c == u'|' && !isEscaped)
            barcodes.append(QString());
        else
            barcodes.last().append(c);
        isEscaped = false;
    }
    for (QString &barcode : barcodes)
        barcode = barcode.trimmed();
    barcodes.removeAll(QString());
    return barcodes;
}

QString barcodesToCell(const QStringList &barcodes)
{
    return joinedEscaped(barcodes, u'|');
}

QString categoryPathToCell(const QStringList &path)
{
    return joinedEscaped(path, u'/');
}

} // namespace tp::daemon
