// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/response.h"

#include "backend/http/ascii.h"

namespace tp::http {

const std::string *Response::header(std::string_view name) const
{
    for (const auto &[field, value] : headers) {
        if (isSameIgnoringCase(field, name))
            return &value;
    }
    return nullptr;
}

} // namespace tp::http
