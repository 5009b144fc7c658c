// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// Something that somebody did, or tried to.
struct AuditRow
{
    qint64 seq = 0;
    Time at;
    std::optional<QString> actorId; ///< User or till; none: nobody known, or the command line.
    QString action;
    std::optional<QString> subject; ///< What it was done to.
    std::optional<QString> address;
    std::optional<QString> requestId;
    JsonValue details = emptyObject();

    static const Object<AuditRow> &object();
    friend bool operator==(const AuditRow &, const AuditRow &) = default;
};

} // namespace tp::contract
