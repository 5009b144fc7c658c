// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/moneytext.h"

#include <algorithm>
#include <iterator>

namespace tp {

namespace {

constexpr QChar SymbolPlace(0xe000); // A private character: in no locale's pattern.
constexpr QChar NoBreakSpace(0x00a0);
constexpr qsizetype GroupLength = 3; // That next to the point; the others may be of two digits.

struct SharedSymbol
{
    std::string_view code;
    QStringView symbol;
};

// The symbols of CLDR's root locale: in all languages they mean this one currency.
constexpr SharedSymbol SharedSymbols[] = {
    {"AUD", u"A$"},     {"BRL", u"R$"},       {"CAD", u"CA$"},    {"CNY", u"CN\u00a5"},
    {"EUR", u"\u20ac"}, {"GBP", u"\u00a3"},   {"HKD", u"HK$"},    {"ILS", u"\u20aa"},
    {"INR", u"\u20b9"}, {"JPY", u"JP\u00a5"}, {"KRW", u"\u20a9"}, {"MXN", u"MX$"},
    {"NZD", u"NZ$"},    {"PHP", u"\u20b1"},   {"TWD", u"NT$"},    {"USD", u"US$"},
    {"VND", u"\u20ab"}, {"XAF", u"FCFA"},     {"XCD", u"EC$"},    {"XOF", u"F\u202fCFA"},
    {"XPF", u"CFPF"},
};

QString sharedSymbol(Currency currency)
{
    const auto *found =
        std::find_if(std::begin(SharedSymbols), std::end(SharedSymbols),
                     [&](const SharedSymbol &shared) { return shared.code == currency.code(); });
    return found == std::end(SharedSymbols) ? currency.codeText() : found->symbol.toString();
}

QString symbolIn(const QLocale &locale, Currency currency)
{
    if (locale.currencySymbol(QLocale::CurrencyIsoCode) == currency.codeText()) {
        const QString symbol = locale.currencySymbol(QLocale::CurrencySymbol);
        if (!symbol.isEmpty())
            return symbol;
    }
    return sharedSymbol(currency);
}

char32_t zeroOf(const QLocale &locale)
{
    const QList<uint> zero = locale.zeroDigit().toUcs4();
    return zero.size() == 1 ? char32_t(zero.first()) : U'0';
}

QString inDigitsOf(const QLocale &locale, const QString &ascii)
{
    const char32_t zero = zeroOf(locale);
    QString text;
    for (const QChar digit : ascii)
        text.append(QChar::fromUcs4(zero + char32_t(digit.digitValue())));
    return text;
}

/// How a locale puts long numbers into groups. QLocale does not say it, but its numbers show it.
/// Its own grouping is not taken as it is: Qt 6.4 writes "1234.567" for a million in Spanish.
struct Grouping
{
    bool isUsed = false;
    qsizetype digitsMin = 4; ///< From how many digits on: 4, or 5 as in Spanish and Polish.
    qsizetype higherLength = GroupLength; ///< 2 in India: 12,34,567.
};

Grouping groupingOf(const QLocale &locale)
{
    const QString separator = locale.groupSeparator();
    const QString sample = locale.toString(qlonglong(123'456'789));
    const qsizetype last = sample.lastIndexOf(separator);
    const qsizetype previous = last > 0 ? sample.lastIndexOf(separator, last - 1) : -1;
    if (separator.isEmpty() || previous < 0)
        return {};
    const qsizetype unitsPerDigit = locale.zeroDigit().size();
    return {.isUsed = true,
            .digitsMin = locale.toString(qlonglong(1234)).contains(separator) ? 4 : 5,
            .higherLength = (last - previous - separator.size()) / unitsPerDigit};
}

QString groupedDigits(const QLocale &locale, const QString &ascii)
{
    const Grouping grouping = groupingOf(locale);
    if (!grouping.isUsed || ascii.size() < grouping.digitsMin)
        return inDigitsOf(locale, ascii);

    qsizetype end = ascii.size() - GroupLength;
    QString text = inDigitsOf(locale, ascii.sliced(end));
    while (end > 0) {
        const qsizetype begin = std::max<qsizetype>(0, end - grouping.higherLength);
        text.prepend(locale.groupSeparator());
        text.prepend(inDigitsOf(locale, ascii.sliced(begin, end - begin)));
        end = begin;
    }
    return text;
}

enum class Groups { Shown, Hidden };

/// Without sign and symbol.
QString magnitudeText(Money money, const QLocale &locale, Groups groups)
{
    const Money magnitude = money.isNegative() ? money.negated() : money;
    const QString decimal = magnitude.toDecimal();
    const qsizetype point = decimal.indexOf(QLatin1Char('.'));
    const QString whole = point < 0 ? decimal : decimal.first(point);
    const QString text =
        groups == Groups::Shown ? groupedDigits(locale, whole) : inDigitsOf(locale, whole);
    if (point < 0)
        return text;
    return text + locale.decimalPoint() + inDigitsOf(locale, decimal.sliced(point + 1));
}

/// Letters need a space beside digits ("CHF 5"), signs do not ("$5"); as CLDR has it.
bool needsSpace(QChar edge)
{
    const QChar::Category category = edge.category();
    const bool isSign = category >= QChar::Symbol_Math && category <= QChar::Symbol_Other;
    return !isSign && category != QChar::Separator_Space;
}

} // namespace

QString displayText(Money money, const QLocale &locale)
{
    // The locale's way of writing 1 shows where its sign, its number and its symbol stand.
    const QString one = locale.toString(qlonglong(1));
    QString pattern = locale.toCurrencyString(qlonglong(1), QString(SymbolPlace));
    if (money.isNegative()) {
        // Bookkeepers' brackets are not plain enough for a till.
        const QString negative = locale.toCurrencyString(qlonglong(-1), QString(SymbolPlace));
        pattern = negative.contains(QLatin1Char('(')) ? locale.negativeSign() + pattern : negative;
    }

    QString symbol = symbolIn(locale, money.currency());
    if (pattern.contains(SymbolPlace + one) && needsSpace(symbol.back()))
        symbol.append(NoBreakSpace);
    else if (pattern.contains(one + SymbolPlace) && needsSpace(symbol.front()))
        symbol.prepend(NoBreakSpace);

    pattern.replace(one, magnitudeText(money, locale, Groups::Shown));
    pattern.replace(SymbolPlace, symbol);
    return pattern;
}

QString editText(Money money, const QLocale &locale)
{
    const QString number = magnitudeText(money, locale, Groups::Hidden);
    return money.isNegative() ? locale.negativeSign() + number : number;
}

namespace {

/// Without marks of direction, and with one kind of space.
QString withoutDirection(QStringView text)
{
    QString plain;
    for (const QChar character : text) {
        if (character.category() != QChar::Other_Format)
            plain.append(character.isSpace() ? QChar(QLatin1Char(' ')) : character);
    }
    return plain.trimmed();
}

/// Takes an amount as people write it apart: first what stands around the number, then the number.
class MoneyTextReader
{
public:
    MoneyTextReader(const QString &text, Currency currency, const QLocale &locale)
        : m_text(text)
        , m_rest(m_text)
        , m_point(locale.decimalPoint())
        , m_group(withoutDirection(locale.groupSeparator()))
    {
        const QString own = symbolIn(locale, currency);
        for (const QString &symbol : {own, own.normalized(QString::NormalizationForm_KC),
                                      sharedSymbol(currency), currency.codeText()})
            m_symbols.append(withoutDirection(symbol));
    }

    /// A plain decimal for scaledDecimal(), or nothing.
    std::optional<QString> plainDecimal()
    {
        while (takeSurrounding())
            m_rest = m_rest.trimmed();
        if (!readNumber())
            return std::nullopt;
        QString plain = m_isNegative ? QStringLiteral("-") : QString();
        plain += m_whole;
        if (!m_fraction.isEmpty())
            plain += QLatin1Char('.') + m_fraction;
        return plain;
    }

private:
    bool takeSurrounding()
    {
        if (!m_hasSign && m_rest.startsWith(u'(') && m_rest.endsWith(u')')) {
            m_rest = m_rest.sliced(1).chopped(1);
            m_hasSign = m_isNegative = true;
            return true;
        }
        if (!m_hasSign) {
            for (const QStringView sign : {u"-", u"\u2212", u"\uff0d", u"+"}) {
                if (takeEitherEnd(sign)) {
                    m_hasSign = true;
                    m_isNegative = sign != u"+";
                    return true;
                }
            }
        }
        for (const QString &symbol : m_symbols) {
            if (!m_hasSymbol && takeEitherEnd(symbol)) {
                m_hasSymbol = true;
                return true;
            }
        }
        return false;
    }

    bool takeEitherEnd(QStringView token)
    {
        if (m_rest.startsWith(token, Qt::CaseInsensitive))
            m_rest = m_rest.sliced(token.size());
        else if (m_rest.endsWith(token, Qt::CaseInsensitive))
            m_rest = m_rest.chopped(token.size());
        else
            return false;
        return true;
    }

    bool readNumber()
    {
        bool hasPoint = false;
        for (const char32_t character : m_rest.toUcs4()) {
            const QString letter = QStringView(QChar::fromUcs4(character)).toString();
            if (QChar::category(character) == QChar::Number_DecimalDigit) {
                const QChar digit(u'0' + QChar::digitValue(character));
                (hasPoint ? m_fraction : m_whole).append(digit);
                m_run += 1;
            } else if (isPoint(letter) && !hasPoint) {
                hasPoint = true;
                if (!endWhole())
                    return false;
            } else if (isGroup(letter) && !hasPoint && mayEndGroup(letter)) {
                m_separator = letter;
                m_run = 0;
            } else {
                return false;
            }
        }
        return (hasPoint || endWhole()) && !(m_whole.isEmpty() && m_fraction.isEmpty());
    }

    bool isPoint(const QString &letter) const
    {
        // The point of the number pad, unless this locale groups with it.
        return letter == m_point || (letter == u"." && m_group != u".");
    }

    bool isGroup(const QString &letter) const
    {
        static constexpr QStringView Apostrophes = u"'\u2019";
        if (letter == u" " || letter == m_group)
            return true;
        return !m_group.isEmpty() && Apostrophes.contains(m_group) && Apostrophes.contains(letter);
    }

    /// The first group may be of one digit; two kinds of marks are no number.
    bool mayEndGroup(const QString &separator) const
    {
        if (m_separator.isEmpty())
            return m_run >= 1 && m_run <= GroupLength;
        return separator == m_separator && (m_run == 2 || m_run == GroupLength);
    }

    bool endWhole() const { return m_separator.isEmpty() || m_run == GroupLength; }

    QString m_text;
    QStringView m_rest;
    QString m_point;
    QString m_group;
    QStringList m_symbols;
    bool m_hasSign = false;
    bool m_hasSymbol = false;
    bool m_isNegative = false;
    QString m_whole;
    QString m_fraction;
    QString m_separator; ///< The mark between groups, once one was seen.
    qsizetype m_run = 0; ///< Digits since it.
};

} // namespace

Result<Money> parseMoneyText(QStringView text, Currency currency, const QLocale &locale)
{
    constexpr qsizetype LengthMax = 100;
    const Error unreadable{ErrorCode::InvalidText, QStringLiteral("not an amount of money"), {}};
    if (text.size() > LengthMax)
        return unreadable;
    MoneyTextReader reader(withoutDirection(text), currency, locale);
    const std::optional<QString> plain = reader.plainDecimal();
    if (!plain)
        return unreadable;
    return Money::fromDecimal(*plain, currency);
}

} // namespace tp
