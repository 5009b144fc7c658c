// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/breakabletext.h"

namespace tp::ui {

namespace {

constexpr QChar ZeroWidthSpace(0x200B);
constexpr int RunMax = 24;

} // namespace

QString breakable(const QString &text)
{
    QString result;
    result.reserve(text.size() + text.size() / RunMax);
    int run = 0;
    for (const QChar letter : text) {
        // Not between the halves of a character outside of the basic plane.
        const bool isLate = run >= RunMax && !letter.isLowSurrogate() && !letter.isMark();
        if (isLate && !letter.isSpace())
            result += ZeroWidthSpace;
        run = letter.isSpace() || isLate ? 0 : run + 1;
        result += letter;
        if (letter == u'/' || letter == u'\\') {
            result += ZeroWidthSpace;
            run = 0;
        }
    }
    return result;
}

} // namespace tp::ui
