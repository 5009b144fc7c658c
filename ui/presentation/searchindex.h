// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/shopproduct.h"

#include <QHash>
#include <QList>
#include <QString>

#include <vector>

namespace tp::ui {

/// Finds products while somebody types, without asking the backend: every word of the question is
/// the beginning of a word of name, SKU or barcode; accents and case do not matter. 20,000
/// products answer within milliseconds.
class SearchIndex
{
public:
    SearchIndex() = default;
    explicit SearchIndex(const QList<ProductRef> &products);

    /// Places in the list that the index was made from: exact SKU or barcode first, then in the
    /// order of that list. A question without a word finds everything.
    QList<int> find(const QString &question) const;

    /// The place of the one product whose barcode this is, or -1. Spaces around it do not matter.
    int findBarcode(const QString &barcode) const;

private:
    struct Entry
    {
        QString word;
        std::vector<int> places; ///< Ascending, each once.
    };

    void markWordsWith(const QString &prefix, int round, std::vector<int> &rounds) const;

    std::vector<Entry> m_entries; ///< Ascending by word.
    QHash<QString, int> m_barcodes;
    QHash<QString, int> m_skus; ///< Folded.
    int m_count = 0;
};

} // namespace tp::ui
