// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/problem.h"

#include <algorithm>

namespace tp::contract {

namespace {

QString plain(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A body with one kind of fault is named by it, so that a client can tell `read_only` from
/// `currency_mismatch` without looking at the members.
ErrorCode nameOf(const Error &error)
{
    if (error.code != ErrorCode::InvalidBody || error.fields.isEmpty())
        return error.code;
    const ErrorCode first = error.fields.first().code;
    const bool isOneKind =
        std::all_of(error.fields.begin(), error.fields.end(),
                    [first](const FieldError &field) { return field.code == first; });
    return isOneKind ? first : error.code;
}

} // namespace

void CodeName::read(const JsonValue &json, const Reading &at, ErrorCode &out) const
{
    std::string_view name;
    if (readName(json, at, name))
        out = fromWireName<ErrorCode>(name).value_or(ErrorCode::Internal);
}

void CodeName::writeMembers(const SchemaPlace &place) const
{
    OneOf<ErrorCode>{}.writeMembers(place);
}

const Object<ProblemField> &ProblemField::object()
{
    static const auto object =
        Object<ProblemField>(Use::Answer, "ProblemField", "One thing that is wrong with a body")
            .required("pointer", &ProblemField::pointer, Text::any(),
                      "Where, as a JSON pointer (RFC 6901); empty is the whole body")
            .required("code", &ProblemField::code, CodeName{}, "What")
            .required("detail", &ProblemField::detail, Text::any(), "For developers");
    return object;
}

Problem Problem::of(const Error &error, int status, const QString &requestId)
{
    Problem problem;
    problem.code = nameOf(error);
    problem.type = QStringLiteral("/docs#") + plain(wireName(problem.code));
    problem.title = plain(titleOf(problem.code));
    problem.status = status;
    const bool isSecret = error.code == ErrorCode::Internal || error.detail.isEmpty();
    problem.detail = isSecret ? problem.title : error.detail;
    problem.requestId = requestId;
    if (!error.fields.isEmpty()) {
        problem.errors.emplace();
        for (const FieldError &field : error.fields)
            problem.errors->append({field.pointer, field.code, field.detail});
    }
    return problem;
}

Error Problem::toError() const
{
    Error error{code, detail, {}};
    if (errors) {
        for (const ProblemField &field : *errors)
            error.fields.append({field.pointer, field.code, field.detail});
    }
    return error;
}

const Object<Problem> &Problem::object()
{
    static const auto object =
        Object<Problem>(Use::Answer, "Problem", "Why a request did not succeed (RFC 9457)")
            .required("type", &Problem::type, Text::any(), "Where the code is explained")
            .required("title", &Problem::title, Text::any(), "The code in words")
            .required("status", &Problem::status, Integer{100, 599}, "The HTTP status")
            .required("detail", &Problem::detail, Text::any(), "What happened this time")
            .required("code", &Problem::code, CodeName{}, "Stable, for programs")
            .required("request_id", &Problem::requestId, Text::any(),
                      "The answer's X-Request-Id, for asking about it")
            .optional("errors", &Problem::errors, ListOf{Nested<ProblemField>{}, 0},
                      "All that is wrong with a body");
    return object;
}

} // namespace tp::contract
