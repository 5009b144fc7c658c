// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

namespace tp::contract {

/// The rule for error codes: a code that this program does not know yet reads as Internal.
struct CodeName
{
    void read(const JsonValue &json, const Reading &at, ErrorCode &out) const;
    void write(ErrorCode value, JsonWriter &json) const { json.string(wireName(value)); }
    void writeMembers(const SchemaPlace &place) const;
};

/// A FieldError on the wire.
struct ProblemField
{
    QString pointer;
    ErrorCode code = ErrorCode::InvalidValue;
    QString detail;

    static const Object<ProblemField> &object();
    friend bool operator==(const ProblemField &, const ProblemField &) = default;
};

/// The body of every answer that is not a success: application/problem+json (RFC 9457).
struct Problem
{
    QString type; ///< "/docs#sku_taken": where the code is explained.
    QString title;
    int status = 0;
    QString detail;
    ErrorCode code = ErrorCode::Internal;
    QString requestId;
    std::optional<QList<ProblemField>> errors; ///< Only where a body was invalid.

    /// All but the detail of an Internal error, which is for the log and not for strangers.
    static Problem of(const Error &error, int status, const QString &requestId);

    /// What a client gets back from it.
    Error toError() const;

    static const Object<Problem> &object();
    friend bool operator==(const Problem &, const Problem &) = default;
};

inline constexpr std::string_view ProblemType = "application/problem+json";

} // namespace tp::contract
