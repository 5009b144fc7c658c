// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/searchterms.h"

#include "backend/catalogue/product.h"
#include "backend/kernel/textfold.h"

#include <algorithm>
#include <array>

namespace tp::catalogue {

namespace {

/// As fts5 and tsquery quote text: a quote inside is doubled. Words have none; it costs nothing to
/// be sure.
std::string quotedTerm(std::string_view text, char quote)
{
    std::string quoted(1, quote);
    for (const char character : text) {
        if (character == quote || character == '\\')
            quoted.push_back(character);
        quoted.push_back(character);
    }
    quoted.push_back(quote);
    return quoted;
}

/// The word as far as the index holds it; the lengths are those of product_search.
QString cut(const QString &word)
{
    constexpr std::array<qsizetype, 6> indexedLengths{8, 6, 4, 3, 2, 1};
    const QList<uint> letters = word.toUcs4();
    const auto length =
        std::find_if(indexedLengths.begin(), indexedLengths.end(),
                     [&letters](qsizetype indexed) { return indexed <= letters.size(); });
    if (length == indexedLengths.end())
        return word;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData()), *length);
}

void appendTerm(std::string &expression, std::string_view joint, std::string_view term)
{
    if (!expression.empty())
        expression.append(joint);
    expression.append(term);
}

} // namespace

SearchTerms::SearchTerms(const QString &question, std::vector<std::string> categoryTokens,
                         std::optional<bool> active)
    : m_categoryTokens(std::move(categoryTokens))
    , m_active(active)
{
    QStringList words = searchWords(question);
    words.removeDuplicates();
    for (const QString &word : words) {
        m_words.push_back(word);
        m_needles.push_back(" " + word.toStdString());
        m_isCutLossless = m_isCutLossless && cut(word) == word;
    }
}

bool SearchTerms::match(std::string_view searchText) const
{
    const bool isOff = searchText.find(InactiveToken) != std::string_view::npos;
    if (m_active && *m_active == isOff)
        return false;
    return std::all_of(m_needles.begin(), m_needles.end(), [searchText](const auto &needle) {
        return searchText.find(needle) != std::string_view::npos;
    });
}

std::string SearchTerms::fts5(Words words) const
{
    std::string expression;
    for (const QString &word : m_words) {
        const std::string text = (words == Words::Cut ? cut(word) : word).toStdString();
        appendTerm(expression, " AND ", quotedTerm(text, '"') + " *");
    }
    std::string categories;
    for (const std::string &token : m_categoryTokens)
        appendTerm(categories, " OR ", quotedTerm(token, '"'));
    if (!categories.empty())
        appendTerm(expression, " AND ", "(" + categories + ")");
    if (m_active == false)
        appendTerm(expression, " AND ", quotedTerm(InactiveToken, '"'));
    return expression;
}

std::string SearchTerms::tsquery() const
{
    std::string expression;
    for (const QString &word : m_words)
        appendTerm(expression, " & ", quotedTerm(word.toStdString(), '\'') + ":*");
    std::string categories;
    for (const std::string &token : m_categoryTokens)
        appendTerm(categories, " | ", quotedTerm(token, '\''));
    if (!categories.empty())
        appendTerm(expression, " & ", "(" + categories + ")");
    if (m_active)
        appendTerm(expression, " & ", (*m_active ? "!" : "") + quotedTerm(InactiveToken, '\''));
    return expression;
}

} // namespace tp::catalogue
