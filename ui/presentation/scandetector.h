// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace tp::ui {

/// Tells a barcode scanner that types from a person who does. It is fed every character with the
/// time at which the window system saw the key (not when it was handled: after a stall everything
/// is handled at once), and asked at Enter or Tab.
///
/// Keys that follow each other within 500 ms are a burst. It is a scan if it has at least 6
/// characters and the median of the gaps is at most 45 ms; single gaps may be long, because a busy
/// machine delivers late. What somebody typed just before is part of the burst: the code begins at
/// the first place, the start or after a gap over 60 ms, from which the rest is a known barcode.
class ScanDetector
{
public:
    static constexpr qint64 BreakMs = 500;
    static constexpr qint64 MedianGapMsMax = 45;
    static constexpr qint64 HandGapMs = 60;
    static constexpr int LengthMin = 6;
    static constexpr int LengthMax = 128; ///< Longer bursts are a paste or a cat.

    using IsBarcode = std::function<bool(const QString &)>;

    struct Scan
    {
        QString code;
        int first = 0; ///< Place in the burst where it begins; what is before it was typed.

        friend bool operator==(const Scan &, const Scan &) = default;
    };

    enum class Place {
        Inside,
        MayBegin, ///< Typed text may end here, and a code begin with this character.
        Begins    ///< A new burst.
    };

    Place press(qint64 atMs, QChar character);

    /// Enter or Tab. Whatever comes out, the next character begins a burst.
    std::optional<Scan> finish(qint64 atMs, const IsBarcode &isBarcode);

    /// Another key: what was pressed is no scan.
    void reset();

private:
    qint64 medianGapMs() const;

    QString m_text;
    QList<qint64> m_timesMs;
};

} // namespace tp::ui
