// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/pricing/anyorder.h"

#include <algorithm>
#include <array>

namespace tp::test {

using namespace pricing;

namespace {

/// Makes the parts of one order, whose amounts are of a like size.
class OrderDice
{
public:
    explicit OrderDice(SeededRandom &random)
        : m_random(random)
        , m_currency(anyCurrency())
        , m_priceMax(anyPriceMax())
    {}

    PricingRules rules()
    {
        constexpr std::array<qint64, 5> Steps{1, 1, 5, 10, 100};
        PricingRules rules{m_currency};
        rules.taxMode = isOneIn(2) ? TaxMode::Included : TaxMode::Excluded;
        rules.taxRounding = isOneIn(2) ? TaxRounding::Line : TaxRounding::Group;
        rules.cashStepMinor = Steps[m_random.below(Steps.size())];
        return rules;
    }

    EnteredLine line()
    {
        const Money price = money(isOneIn(10) ? 0 : m_random.between(0, m_priceMax));
        const qint64 thousandths =
            isOneIn(3) ? m_random.between(1, 5000) : 1000 * m_random.between(1, 9);
        const Quantity quantity = *Quantity::fromThousandths(thousandths);
        const auto whole = price.scaled(thousandths, 1000, Rounding::HalfUp);
        return {price, quantity, discount(4, whole ? *whole : price), rate()};
    }

    /// In one of `often` cases; as an amount it fits `whole` at least.
    std::optional<Discount> discount(quint64 often, Money whole)
    {
        if (!isOneIn(often))
            return std::nullopt;
        if (isOneIn(8))
            return isOneIn(2) ? Discount(whole) : Discount(*PercentOff::fromPpm(1'000'000));
        if (isOneIn(2))
            return money(m_random.between(0, whole.minor()));
        return *PercentOff::fromPpm(10 * m_random.between(0, 100'000));
    }

private:
    bool isOneIn(quint64 count) { return m_random.below(count) == 0; }

    Money money(qint64 minor) const { return *Money::fromMinor(minor, m_currency); }

    Currency anyCurrency()
    {
        constexpr std::array<std::string_view, 4> Codes{"EUR", "CHF", "JPY", "KWD"};
        return *Currency::fromCode(Codes[m_random.below(Codes.size())]);
    }

    qint64 anyPriceMax()
    {
        constexpr std::array<qint64, 7> Sizes{
            3, 50, 2000, 100'000, 10'000'000, Money::MinorMax / 1000, Money::MinorMax / 20};
        return Sizes[m_random.below(Sizes.size())];
    }

    TaxRate rate()
    {
        constexpr std::array<qint64, 8> Usual{0,      190'000, 70'000, 81'000,
                                              26'000, 200'000, 88'750, 1'000'000};
        const qint64 ppm = isOneIn(10) ? m_random.between(0, TaxRate::PpmMax)
                                       : Usual[m_random.below(Usual.size())];
        return *TaxRate::fromPpm(ppm);
    }

    SeededRandom &m_random;
    Currency m_currency;
    qint64 m_priceMax;
};

} // namespace

AnyOrder AnyOrder::from(SeededRandom &random)
{
    OrderDice dice(random);
    AnyOrder any{dice.rules(), {}};
    const quint64 lines = random.below(20) == 0 ? random.below(100) : 1 + random.below(6);
    for (quint64 i = 0; i < lines; ++i)
        any.entered.lines.append(dice.line());
    // What the lines come to is known to pricing alone; an order that it refuses has no discount.
    const auto plain = price(any.rules, any.entered);
    if (plain) {
        const Money whole = *plain->subtotal.minus(plain->discountTotal);
        any.entered.discount = dice.discount(2, whole);
    }
    return any;
}

} // namespace tp::test
