// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/events/outbox.h"
#include "backend/payments/payment.h"

namespace tp::payments {

/// Tells everybody who listens how a payment stands. Of what one unit of work does to it only the
/// last is told.
class PaymentEvents
{
public:
    static void tell(storage::UnitOfWork &work, const Payment &payment);

    /// What people wrote on it; its state is as before.
    static void tellChanged(storage::UnitOfWork &work, const Payment &payment);
};

} // namespace tp::payments
