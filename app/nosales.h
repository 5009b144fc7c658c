// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/saleport.h"
#include "ui/presentation/salerules.h"

#include <QObject>

namespace tp::app {

/// Stands where sales are kept and the shop's rules come from until app/outbox and app/api do it:
/// it has no rules and keeps nothing, so that products can be looked at and nothing be paid.
class NoSales final : public ui::SalePort, public ui::SaleRulesPort
{
public:
    void keep(const ui::FinishedSale &, QObject *context, KeptReply reply) override
    {
        answer(context, [reply = std::move(reply)] { reply(nothing()); });
    }

    void watchWaiting(QObject *context, WaitingChanged changed) override
    {
        answer(context, [changed = std::move(changed)] { changed({}); });
    }

    void loadRules(QObject *context, RulesReply reply) override
    {
        answer(context, [reply = std::move(reply)] { reply(nothing()); });
    }

private:
    static Error nothing() { return {ErrorCode::Unavailable, {}, {}}; }

    template <typename Words>
    static void answer(QObject *context, Words words)
    {
        QMetaObject::invokeMethod(context, std::move(words), Qt::QueuedConnection);
    }
};

} // namespace tp::app
