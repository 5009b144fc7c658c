// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/auditrow.h"

#include "backend/contract/commonfields.h"

namespace tp::contract {

const Object<AuditRow> &AuditRow::object()
{
    static const auto object =
        Object<AuditRow>(Use::Answer, "AuditRow", "Something that somebody did, or tried to")
            .required("seq", &AuditRow::seq, Integer{1, VersionMax}, "Rises from row to row")
            .required("at", &AuditRow::at, "When it was done")
            .nullable("actor_id", &AuditRow::actorId, Text::any(),
                      "The user or till; null: nobody known, or the command line")
            .required("action", &AuditRow::action, Text::any(), "What was done: sign_in, …")
            .nullable("subject", &AuditRow::subject, Text::any(), "Id of what it was done to")
            .nullable("address", &AuditRow::address, Text::any(),
                      "Where the request came from; null: this machine itself")
            .nullable("request_id", &AuditRow::requestId, Text::any(),
                      "X-Request-Id of the request")
            .required("details", &AuditRow::details, "What else there is to know");
    return object;
}

} // namespace tp::contract
