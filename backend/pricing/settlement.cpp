// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pricing/settlement.h"

#include "backend/kernel/fielderrors.h"

using namespace Qt::StringLiterals;

namespace tp::pricing {

namespace {

/// Settles one tender against what is due before it.
class TenderTurn
{
public:
    TenderTurn(const PricingRules &rules, const Tender &tender, qsizetype index, Money due)
        : m_rules(rules)
        , m_tender(tender)
        , m_index(index)
        , m_due(due)
    {}

    Result<SettledTender> settled() const
    {
        TP_CHECK(checkCurrency());
        TP_TRY(const Money closing, closingSum());
        const bool closes =
            !m_tender.amount || *m_tender.amount == m_due || *m_tender.amount == closing;
        if (!closes)
            TP_CHECK(checkPart());
        const Money amount = closes ? m_due : *m_tender.amount;
        const Money taken = closes ? closing : amount;
        const Money tendered = m_tender.tendered.value_or(taken);
        TP_CHECK(checkTendered(tendered, taken));
        TP_TRY(const Money rounding, taken.minus(amount));
        TP_TRY(const Money change, tendered.minus(taken));
        return SettledTender{amount, rounding, tendered, change};
    }

private:
    bool isCash() const { return m_tender.kind == TenderKind::Cash; }

    Result<void> checkCurrency() const
    {
        if (m_tender.amount && m_tender.amount->currency() != m_rules.currency)
            return otherCurrency(u"amount"_s);
        if (m_tender.tendered && m_tender.tendered->currency() != m_rules.currency)
            return otherCurrency(u"tendered"_s);
        return {};
    }

    /// What is taken when this tender pays all that is due.
    Result<Money> closingSum() const
    {
        if (!isCash())
            return m_due;
        const auto rounded = inCoins(m_due, m_rules.cashStepMinor);
        if (!rounded)
            return wrong(u"amount"_s, ErrorCode::OutOfRange, u"The amount is too large"_s);
        return rounded;
    }

    /// An amount that leaves something due.
    Result<void> checkPart() const
    {
        const Money amount = *m_tender.amount;
        if (amount.minor() <= 0)
            return wrong(u"amount"_s, ErrorCode::OutOfRange, u"An amount is more than zero"_s);
        if (amount.minor() > m_due.minor()) {
            return wrong(u"amount"_s, ErrorCode::OutOfRange,
                         u"Only %1 is due"_s.arg(m_due.toDecimal()));
        }
        if (isCash() && amount.minor() % m_rules.cashStepMinor != 0) {
            return wrong(u"amount"_s, ErrorCode::InvalidValue,
                         u"There are no coins for this amount"_s);
        }
        return {};
    }

    Result<void> checkTendered(Money tendered, Money taken) const
    {
        if (tendered.minor() < taken.minor()) {
            return wrong(u"tendered"_s, ErrorCode::OutOfRange,
                         u"At least %1 is needed"_s.arg(taken.toDecimal()));
        }
        if (!isCash() && tendered != taken)
            return wrong(u"tendered"_s, ErrorCode::InvalidValue, u"Only cash gives change"_s);
        return {};
    }

    Error otherCurrency(const QString &member) const
    {
        return wrong(member, ErrorCode::CurrencyMismatch,
                     u"This shop's currency is %1"_s.arg(m_rules.currency.codeText()));
    }

    Error wrong(const QString &member, ErrorCode code, const QString &detail) const
    {
        return atMember(u"/payments/%1/%2"_s.arg(m_index).arg(member), code, detail);
    }

    const PricingRules &m_rules;
    const Tender &m_tender;
    qsizetype m_index;
    Money m_due;
};

} // namespace

Result<Money> inCoins(Money amount, qint64 stepMinor)
{
    Q_ASSERT(stepMinor >= 1);
    TP_TRY(const Money coins, amount.scaled(1, stepMinor, Rounding::HalfUp));
    return coins.scaled(stepMinor, 1, Rounding::Down); // Exact: nothing is divided.
}

Result<Settlement> settle(const PricingRules &rules, Money total, const QList<Tender> &tenders)
{
    Q_ASSERT(total.currency() == rules.currency);
    Q_ASSERT(!total.isNegative());
    const Money nothing = Money::zero(rules.currency);
    Settlement all{{}, nothing, nothing, nothing, total};
    for (qsizetype i = 0; i < tenders.size(); ++i) {
        TP_TRY(const SettledTender one, TenderTurn(rules, tenders[i], i, all.due).settled());
        TP_TRY(all.rounding, all.rounding.plus(one.rounding));
        TP_TRY(all.paid, all.paid.plus(one.taken()));
        TP_TRY(all.change, all.change.plus(one.change));
        TP_TRY(all.due, all.due.minus(one.amount));
        all.tenders.append(one);
    }
    return all;
}

} // namespace tp::pricing
