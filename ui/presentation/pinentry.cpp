// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/pinentry.h"

#include <algorithm>

namespace tp::ui {

namespace {

/// No barcode that shops scan is shorter, and no person types six digits at this pace.
constexpr int ScanDigitsMin = 6;
constexpr qint64 ScanGapMs = 45;

} // namespace

void PinEntry::type(int digit, qint64 atMs)
{
    if (atMs >= 0)
        m_times.append(atMs);
    if (length() < DigitsMax)
        m_digits += QChar(u'0' + digit);
    else
        ++m_surplus;
}

void PinEntry::erase()
{
    m_times.clear(); // Scanners do not correct themselves.
    if (m_surplus > 0)
        --m_surplus;
    else
        m_digits.chop(1);
}

void PinEntry::clear()
{
    m_digits.clear();
    m_surplus = 0;
    m_times.clear();
}

bool PinEntry::isPossible() const
{
    return length() >= DigitsMin && m_surplus == 0;
}

bool PinEntry::isScan() const
{
    if (m_times.size() < ScanDigitsMin)
        return false;
    QList<qint64> gaps;
    for (qsizetype i = 1; i < m_times.size(); ++i)
        gaps.append(m_times.at(i) - m_times.at(i - 1));
    // The median: on a busy machine single keys of a scanner come late.
    const auto middle = gaps.begin() + gaps.size() / 2;
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle <= ScanGapMs;
}

} // namespace tp::ui
