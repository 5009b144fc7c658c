// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/log.h"

#include "backend/http/response.h"

namespace tp::http {

Q_LOGGING_CATEGORY(httpLog, "tp.http")

void logFailure(const Response &answer, const std::string &why)
{
    const std::string *id = answer.header("X-Request-Id");
    qCCritical(httpLog).nospace() << "a request failed request_id=" << (id ? id->c_str() : "-")
                                  << " why=" << why.c_str();
}

} // namespace tp::http
