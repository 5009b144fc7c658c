// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

#include <QStringList>

namespace tp::test {

/// "code pointer" of each error of a body, in their order: "" if there is none, else one line each
/// with " | " between. A text that cannot be parsed gives "malformed_json".
inline QString fieldErrors(const Error &error)
{
    QStringList lines;
    for (const FieldError &field : error.fields) {
        const std::string_view code = contract::wireName(field.code);
        lines.append(QString::fromUtf8(code.data(), qsizetype(code.size())) + u' ' + field.pointer);
    }
    if (error.fields.isEmpty()) {
        const std::string_view code = contract::wireName(error.code);
        lines.append(QString::fromUtf8(code.data(), qsizetype(code.size())));
    }
    return lines.join(QStringLiteral(" | "));
}

template <typename T>
QString errorsIn(std::string_view text)
{
    const Result<T> read = T::object().parse(text);
    return read ? QString() : fieldErrors(read.error());
}

} // namespace tp::test
