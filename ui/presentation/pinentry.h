// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace tp::ui {

/// The digits of a PIN while it is typed. Tells a barcode scanner, which is a keyboard that types
/// very fast and presses Enter, from a person: what it sends must not count as a wrong PIN.
class PinEntry
{
public:
    static constexpr int DigitsMin = 4;
    static constexpr int DigitsMax = 8;

    /// `atMs` is when the key was pressed, by the clock of the window system; below 0: a finger
    /// on the screen, which no scanner has. Digits over the longest PIN are only counted.
    void type(int digit, qint64 atMs);
    void erase();
    void clear();

    int length() const { return int(m_digits.size()); }
    const QString &digits() const { return m_digits; }
    bool isPossible() const; ///< Neither too short nor too long.
    bool isScan() const;

private:
    QString m_digits;
    int m_surplus = 0;
    QList<qint64> m_times; ///< Of keys alone.
};

} // namespace tp::ui
