// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/amountentry.h"

namespace tp::ui {

void AmountEntry::typeDigit(int digit)
{
    Q_ASSERT(digit >= 0 && digit <= 9);
    const qsizetype point = m_text.indexOf(u'.');
    const bool isFull =
        point < 0 ? m_text.size() >= WholeDigitsMax : m_text.size() - point > m_currency.exponent();
    if (isFull)
        return;
    if (m_text == QStringLiteral("0"))
        m_text.clear();
    m_text += QChar(u'0' + digit);
}

void AmountEntry::typePoint()
{
    if (m_currency.exponent() == 0 || m_text.contains(u'.'))
        return;
    if (m_text.isEmpty())
        m_text = u'0';
    m_text += u'.';
}

Money AmountEntry::amount() const
{
    const QString plain = m_text.endsWith(u'.') ? m_text.chopped(1) : m_text;
    const auto amount = Money::fromDecimal(plain, m_currency);
    return amount ? *amount : Money::zero(m_currency);
}

} // namespace tp::ui
