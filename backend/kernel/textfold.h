// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace tp {

constexpr qsizetype SearchWordsMax = 32;
constexpr qsizetype SearchWordLengthMax = 64; ///< In UTF-16 units.

/// What a search compares: text without case, accents, ligatures and invisible marks, the same in
/// every language ("ÉCLAIR" and "eclair", "Straße" and "STRASSE", "Łódź" and "lodz", "ISPARTA" and
/// "ısparta"). Folding twice changes nothing. What carries meaning by itself stays: the vowel
/// signs of India, the voicing marks of kana. Stored beside names, so that a change here needs a
/// migration that folds them anew.
QString folded(QStringView text);

/// The folded words of a name or of a question: runs of letters and digits, what stands between
/// them dropped. The first SearchWordsMax words, each cut to SearchWordLengthMax.
QStringList searchWords(QStringView text);

} // namespace tp
