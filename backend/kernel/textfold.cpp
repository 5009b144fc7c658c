// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/textfold.h"

namespace tp {

namespace {

/// Letters that Unicode does not take apart, but that people type without their stroke, and the
/// one that grows when its case is folded, which QString's folding leaves alone. Only lower case.
QStringView plainLetters(char32_t letter)
{
    switch (letter) {
    case U'\u00df':
        return u"ss";
    case U'\u00e6':
        return u"ae";
    case U'\u00f0':
    case U'\u0111':
        return u"d";
    case U'\u00f8':
        return u"o";
    case U'\u00fe':
        return u"th";
    case U'\u0127':
        return u"h";
    case U'\u0131':
        return u"i";
    case U'\u0142':
        return u"l";
    case U'\u0153':
        return u"oe";
    case U'\u0167':
        return u"t";
    }
    return {};
}

bool isMark(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining ||
           category == QChar::Mark_Enclosing;
}

/// Accents, which have a place above or below their letter, and what cannot be seen at all. Marks
/// of class 0 are vowels, those of 8 voice a kana, those of 9 join consonants: other words.
bool isDropped(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Other_Format || category == QChar::Mark_Enclosing)
        return true;
    if (character >= 0xfe00 && character <= 0xfe0f) // Selects how the last character looks.
        return true;
    const int placeClass = QChar::combiningClass(character);
    return isMark(character) && placeClass != 0 && placeClass != 8 && placeClass != 9;
}

QString withoutMarks(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const char32_t character : text.normalized(QString::NormalizationForm_KD).toUcs4()) {
        if (!isDropped(character))
            kept.append(QChar::fromUcs4(character));
    }
    return kept;
}

bool isWordCharacter(char32_t character)
{
    return QChar::isLetterOrNumber(character) || isMark(character);
}

} // namespace

QString folded(QStringView text)
{
    // Folding the case may yield letters that can be taken apart, so that marks are dropped twice.
    const QString lower = withoutMarks(withoutMarks(text.toString()).toCaseFolded());
    QString result;
    result.reserve(lower.size());
    for (const char32_t character : lower.toUcs4()) {
        if (const QStringView plain = plainLetters(character); !plain.isEmpty())
            result.append(plain);
        else
            result.append(QChar::fromUcs4(character));
    }
    return result;
}

QStringList searchWords(QStringView text)
{
    QStringList words;
    QString word;
    bool isCut = false;
    const auto endWord = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
        isCut = false;
    };
    for (const char32_t character : folded(text).toUcs4()) {
        if (words.size() == SearchWordsMax)
            return words;
        if (!isWordCharacter(character)) {
            endWord();
            continue;
        }
        const qsizetype units = QChar::requiresSurrogates(character) ? 2 : 1;
        isCut = isCut || word.size() + units > SearchWordLengthMax;
        if (!isCut)
            word.append(QChar::fromUcs4(character));
    }
    if (words.size() < SearchWordsMax)
        endWord();
    return words;
}

} // namespace tp
