// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/laterreplies.h"
#include "ui/presentation/saleport.h"
#include "ui/presentation/salerules.h"

namespace tp::test {

/// A shop in dollars with 8 % included, and 20 % for what is "reduced".
inline ui::SaleRules dollarRules()
{
    const auto rate = [](qint64 ppm) { return pricing::TaxRate::fromPpm(ppm).value(); };
    return {.pricing = {.currency = *Currency::fromCode(u"USD")},
            .taxClasses = {{QStringLiteral("standard"), rate(80'000), 0},
                           {QStringLiteral("reduced"), rate(200'000), 0}},
            .shopName = QStringLiteral("Corner shop"),
            .shopAddress = {},
            .taxId = {}};
}

/// Keeps finished sales in memory and numbers them, or fails as a test wants.
class FakeSales final : public ui::SalePort, public ui::SaleRulesPort
{
public:
    LaterReplies replies;
    Result<ui::SaleRules> rules = dollarRules();
    std::optional<Error> failure; ///< What keep() is answered with, if set.
    QList<ui::FinishedSale> kept; ///< Every one that was asked for.
    WaitingChanged tellWaiting;   ///< To whoever watched last; empty: nobody has.

    void keep(const ui::FinishedSale &sale, QObject *context, KeptReply reply) override
    {
        kept.append(sale);
        const QString number =
            QStringLiteral("T1-%1").arg(1040 + kept.size(), 6, 10, QLatin1Char('0'));
        const ui::KeptSale done{{}, number, 0, sale};
        replies.say(context, [this, done, reply = std::move(reply)] {
            reply(failure ? Result<ui::KeptSale>(*failure) : Result<ui::KeptSale>(done));
        });
    }

    void watchWaiting(QObject *, WaitingChanged changed) override
    {
        tellWaiting = std::move(changed);
        tellWaiting({});
    }

    void loadRules(QObject *context, RulesReply reply) override
    {
        replies.say(context, [this, reply = std::move(reply)] { reply(rules); });
    }
};

} // namespace tp::test
