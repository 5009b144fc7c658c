// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/payments/gateways.h"
#include "backend/saga/sagastep.h"

#include <QList>

namespace tp::orchestration {

/// One thing that is put to a gateway. It was written down before (payments::GatewayAskService).
struct GatewayAct
{
    PaymentId payment;
    payments::GatewayAsk ask;
    bool isInquiry = false; ///< Only what became of it is asked.
};

/// What a gateway answered.
struct GatewaySaid
{
    PaymentId payment;
    std::string key;
    payments::GatewayReply reply;
};

/// How the answers to several acts make the one of a step.
enum class TalkAim {
    All,  ///< Each has to happen; the first that does not ends it.
    Some, ///< What can happen happens: refused only where each is.
    Undo, ///< What may have happened is taken back. An inquiry that finds something leaves that to
          ///< the next turn, which then knows what to take back.
};

/// Puts the acts one after the other. `isSplit`: the step has more parts than these, so that one
/// that is refused may leave others done, and an undo is not at its end with these. The gateways
/// outlive it.
saga::Question talk(const payments::Gateways &gateways, QList<GatewayAct> acts, TalkAim aim,
                    bool isSplit);

/// What each gateway said, for a step's settling.
QList<GatewaySaid> saidIn(const saga::Reply &reply);

/// Refused by a gateway, as a step says it.
saga::Failure declined(const std::string &code);
saga::Failure refundRefused(const std::string &code);

} // namespace tp::orchestration
