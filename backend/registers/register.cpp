// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/registers/register.h"

#include <algorithm>

namespace tp::registers {

namespace {

constexpr qsizetype CodeLengthMax = 8;
constexpr qint64 Letters = 26;

bool isCodeLetter(QChar letter)
{
    return (letter >= u'A' && letter <= u'Z') || (letter >= u'0' && letter <= u'9');
}

} // namespace

bool isRegisterCode(QStringView text)
{
    return !text.isEmpty() && text.size() <= CodeLengthMax &&
           std::all_of(text.begin(), text.end(), isCodeLetter);
}

std::string seriesOf(const std::string &code, qint64 claim)
{
    Q_ASSERT(claim >= 1);
    if (claim == 1)
        return code;
    // As columns of a table are named: there is no letter for nought.
    std::string letters;
    for (qint64 rest = claim; rest > 0; rest = (rest - 1) / Letters)
        letters.insert(letters.begin(), char('A' + (rest - 1) % Letters));
    return code + letters;
}

} // namespace tp::registers
