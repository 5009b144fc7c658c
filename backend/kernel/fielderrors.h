// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

namespace tp {

/// The error for a body with these faults, at least one. Its sentence is that of the first.
inline Error atMembers(QList<FieldError> faults)
{
    const QString detail = faults.first().detail;
    return {ErrorCode::InvalidBody, detail, std::move(faults)};
}

/// The same for a body of which one member is wrong.
inline Error atMember(const QString &pointer, ErrorCode code, const QString &detail)
{
    return atMembers({{pointer, code, detail}});
}

/// Gathers all that is wrong with a body, to say it at once.
class FieldErrors
{
public:
    void add(const QString &pointer, ErrorCode code, const QString &detail)
    {
        m_faults.append({pointer, code, detail});
    }

    /// The fields of its error, if it has one.
    void add(const Result<void> &checked)
    {
        if (!checked)
            m_faults.append(checked.error().fields);
    }

    /// InvalidBody as soon as anything was added.
    Result<void> result() const
    {
        if (m_faults.isEmpty())
            return {};
        return atMembers(m_faults);
    }

private:
    QList<FieldError> m_faults;
};

} // namespace tp
