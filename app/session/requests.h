// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/api/answer.h"
#include "app/api/httpclient.h"
#include "backend/contract/object.h"

namespace tp::session {

/// A body of the contract as it is sent.
template <typename T>
api::HttpBody bodyOf(const T &value)
{
    return {QByteArray::fromStdString(T::object().toJson(value))};
}

/// A question that brings its own right to be answered, whoever is signed in.
inline api::HttpQuestion asNobody(const QString &path)
{
    api::HttpQuestion question{path, {}};
    question.as = api::HttpQuestion::As::Nobody;
    return question;
}

inline api::HttpQuestion withToken(const QString &path, const QByteArray &token)
{
    api::HttpQuestion question = asNobody(path);
    question.headers.append({"Authorization", "Bearer " + token});
    return question;
}

} // namespace tp::session
