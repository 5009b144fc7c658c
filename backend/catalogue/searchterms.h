// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tp::catalogue {

/// What a search asks for, and how both databases' full text is asked it.
class SearchTerms
{
public:
    /// The tokens of categories (any of them will do) narrow the search; `active` likewise.
    SearchTerms(const QString &question, std::vector<std::string> categoryTokens,
                std::optional<bool> active);

    bool isEmpty() const { return m_words.empty(); }

    /// Whether a product with this search_text is a hit. Categories are only asked for in the
    /// index.
    bool match(std::string_view searchText) const;

    /// SQLite's index holds the beginnings of words of certain lengths. Other ones are put together
    /// while it searches, which costs as much as they have hits; cut to an indexed length they give
    /// more hits than there are, but at once.
    enum class Words { Cut, Whole };
    std::string fts5(Words words) const;
    bool isCutLossless() const { return m_isCutLossless; }

    /// For CAST(… AS tsquery).
    std::string tsquery() const;

private:
    std::vector<QString> m_words;
    std::vector<std::string> m_needles; ///< The same words as search_text has them: " word".
    std::vector<std::string> m_categoryTokens;
    std::optional<bool> m_active;
    bool m_isCutLossless = true;
};

} // namespace tp::catalogue
