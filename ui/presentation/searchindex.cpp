// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/searchindex.h"

#include "backend/kernel/textfold.h"

#include <algorithm>

namespace tp::ui {

namespace {

using PlacesOfWord = QHash<QString, std::vector<int>>;

void addWords(PlacesOfWord &words, const QString &text, int place)
{
    for (const QString &word : searchWords(text)) {
        std::vector<int> &places = words[word];
        if (places.empty() || places.back() != place)
            places.push_back(place);
    }
}

PlacesOfWord wordsOf(const QList<ProductRef> &products)
{
    PlacesOfWord words;
    words.reserve(products.size() * 3);
    for (int place = 0; place < products.size(); ++place) {
        const ShopProduct &product = *products.at(place);
        addWords(words, product.name, place);
        addWords(words, product.sku, place);
        for (const QString &barcode : product.barcodes)
            addWords(words, barcode, place);
    }
    return words;
}

} // namespace

SearchIndex::SearchIndex(const QList<ProductRef> &products) : m_count(int(products.size()))
{
    // Only the different words are sorted: there are far fewer than words in all.
    PlacesOfWord words = wordsOf(products);
    m_entries.reserve(std::size_t(words.size()));
    for (auto word = words.begin(); word != words.end(); ++word)
        m_entries.push_back({word.key(), std::move(word.value())});
    std::sort(m_entries.begin(), m_entries.end(),
              [](const Entry &a, const Entry &b) { return a.word < b.word; });

    for (int place = m_count - 1; place >= 0; --place) { // Of two alike the first one stays.
        const ShopProduct &product = *products.at(place);
        m_skus.insert(folded(product.sku), place);
        for (const QString &barcode : product.barcodes)
            m_barcodes.insert(barcode, place);
    }
}

QList<int> SearchIndex::find(const QString &question) const
{
    const QString trimmed = question.trimmed();
    std::vector<int> rounds(std::size_t(m_count), 0); // How many words a product has met so far.
    int words = 0;
    for (const QString &word : searchWords(trimmed))
        markWordsWith(word, words++, rounds);

    QList<int> found;
    for (const int exact : {m_skus.value(folded(trimmed), -1), findBarcode(trimmed)}) {
        if (exact >= 0 && !found.contains(exact))
            found.append(exact);
    }
    if (words == 0 && !trimmed.isEmpty())
        return found;

    for (const int exact : std::as_const(found))
        rounds[std::size_t(exact)] = -1;
    found.reserve(m_count);
    for (int place = 0; place < m_count; ++place) {
        if (rounds[std::size_t(place)] == words)
            found.append(place);
    }
    return found;
}

void SearchIndex::markWordsWith(const QString &prefix, int round, std::vector<int> &rounds) const
{
    auto entry = std::lower_bound(
        m_entries.begin(), m_entries.end(), prefix,
        [](const Entry &candidate, const QString &word) { return candidate.word < word; });
    for (; entry != m_entries.end() && entry->word.startsWith(prefix); ++entry) {
        for (const int place : entry->places) {
            if (rounds[std::size_t(place)] == round)
                rounds[std::size_t(place)] = round + 1;
        }
    }
}

int SearchIndex::findBarcode(const QString &barcode) const
{
    return m_barcodes.value(barcode.trimmed(), -1);
}

} // namespace tp::ui
