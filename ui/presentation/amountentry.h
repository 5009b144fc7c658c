// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/money.h"

#include <QString>

#include <optional>

namespace tp::ui {

/// An amount as it is typed on a keypad: "2", "25", "25.", "25.6". Holds nothing that is no amount.
class AmountEntry
{
public:
    static constexpr int WholeDigitsMax = 9;

    explicit AmountEntry(Currency currency) : m_currency(currency) {}

    void typeDigit(int digit);
    void typePoint();
    void erase() { m_text.chop(1); }
    void clear() { m_text.clear(); }

    bool isEmpty() const { return m_text.isEmpty(); }
    Money amount() const; ///< Zero while nothing is typed.

private:
    Currency m_currency;
    QString m_text;
};

} // namespace tp::ui
