// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/request.h"

#include "backend/http/ascii.h"

#include <QtGlobal>

namespace tp::http {

std::string_view nameOf(Method method)
{
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Head:
        return "HEAD";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Patch:
        return "PATCH";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    }
    Q_UNREACHABLE();
}

const std::string *RequestHead::header(std::string_view name) const
{
    for (const auto &[field, value] : headers) {
        if (isSameIgnoringCase(field, name))
            return &value;
    }
    return nullptr;
}

} // namespace tp::http
