// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/pricing/pricing.h"

#include <QList>
#include <QString>

#include <functional>

class QObject;

namespace tp::ui {

/// What the shop has decided about prices, as the till prices and prints by it.
struct SaleRules
{
    pricing::PricingRules pricing;
    QList<pricing::TaxClassRate> taxClasses;
    QString shopName;
    QString shopAddress;
    QString taxId;
};

/// Where they come from; app/api implements it, and answers from what it kept while the server is
/// away. Callbacks as those of CataloguePort.
class SaleRulesPort
{
public:
    using RulesReply = std::function<void(const Result<SaleRules> &)>;

    virtual ~SaleRulesPort() = default;

    virtual void loadRules(QObject *context, RulesReply reply) = 0;
};

} // namespace tp::ui
