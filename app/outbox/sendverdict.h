// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/order.h"

namespace tp::outbox {

/// What the answer to a sale that was sent means for it and for those behind it.
enum class SendVerdict {
    Sent,
    TokenRefused, ///< The till has to sign in again.
    Away,         ///< Nobody there, or too busy: all wait.
    Later,        ///< This one is tried again, those behind it go on.
    Refused       ///< It will never be taken as it is: a person has to look.
};

/// An answer about another order than `id` is no answer of ours.
SendVerdict verdictOn(const Result<contract::Order> &answer, OrderId id);

} // namespace tp::outbox
