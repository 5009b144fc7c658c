// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/scandetector.h"

#include <algorithm>

namespace tp::ui {

ScanDetector::Place ScanDetector::press(qint64 atMs, QChar character)
{
    const bool isNew = m_timesMs.isEmpty() || atMs - m_timesMs.last() > BreakMs ||
                       atMs < m_timesMs.last() || m_text.size() >= LengthMax;
    if (isNew)
        reset();
    const bool isByHand = !isNew && atMs - m_timesMs.last() > HandGapMs;
    m_text += character;
    m_timesMs.append(atMs);
    if (isNew)
        return Place::Begins;
    return isByHand ? Place::MayBegin : Place::Inside;
}

std::optional<ScanDetector::Scan> ScanDetector::finish(qint64 atMs, const IsBarcode &isBarcode)
{
    const bool isOver = m_timesMs.isEmpty() || atMs - m_timesMs.last() > BreakMs ||
                        m_text.size() < LengthMin || medianGapMs() > MedianGapMsMax;
    const QString text = m_text;
    const QList<qint64> timesMs = m_timesMs;
    reset();
    if (isOver)
        return {};
    for (qsizetype first = 0; first < text.size(); ++first) {
        const bool mayBegin = first == 0 || timesMs.at(first) - timesMs.at(first - 1) > HandGapMs;
        if (mayBegin && isBarcode(text.mid(first)))
            return Scan{text.mid(first), int(first)};
    }
    return Scan{text, 0};
}

void ScanDetector::reset()
{
    m_text.clear();
    m_timesMs.clear();
}

qint64 ScanDetector::medianGapMs() const
{
    QList<qint64> gaps;
    for (qsizetype place = 1; place < m_timesMs.size(); ++place)
        gaps.append(m_timesMs.at(place) - m_timesMs.at(place - 1));
    const auto middle = gaps.begin() + gaps.size() / 2;
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

} // namespace tp::ui
