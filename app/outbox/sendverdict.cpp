// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/outbox/sendverdict.h"

namespace tp::outbox {

SendVerdict verdictOn(const Result<contract::Order> &answer, OrderId id)
{
    using enum ErrorCode;
    if (answer)
        return answer->id == id ? SendVerdict::Sent : SendVerdict::Later;
    const ErrorCode code = answer.error().code;
    if (code == Unauthorized)
        return SendVerdict::TokenRefused;
    if (code == Unavailable || code == TooManyRequests || code == RequestTimeout)
        return SendVerdict::Away;
    // A fault of the server with this sale must not hold up the others. 425 comes as Internal, too.
    const bool isFault = code == Internal || code == NotImplemented ||
                         code == HttpVersionNotSupported || code == IdempotencyInProgress;
    return isFault ? SendVerdict::Later : SendVerdict::Refused;
}

} // namespace tp::outbox
