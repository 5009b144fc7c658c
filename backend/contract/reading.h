// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <string_view>

namespace tp::contract {

/// Where a reader stands in a body, and the errors found so far. A chain on the stack: the pointer
/// is spelled only when something is wrong. A child must not outlive its parent.
class Reading
{
public:
    explicit Reading(QList<FieldError> &errors) : m_errors(errors) {}

    Reading member(std::string_view name) const { return Reading(this, name, -1); }
    Reading item(qsizetype index) const { return Reading(this, {}, index); }

    void fail(ErrorCode code, const QString &detail) const;
    qsizetype failures() const { return m_errors.size(); }

    /// RFC 6901: "/lines/0/quantity", with ~0 and ~1 for ~ and /. Empty for the whole body.
    QString pointer() const;

private:
    Reading(const Reading *parent, std::string_view name, qsizetype index)
        : m_errors(parent->m_errors)
        , m_parent(parent)
        , m_name(name)
        , m_index(index)
    {}

    QList<FieldError> &m_errors;
    const Reading *m_parent = nullptr;
    std::string_view m_name;
    qsizetype m_index = -1;
};

/// One token of a JSON pointer, escaped, with its leading slash.
QString pointerToken(std::string_view name);

} // namespace tp::contract
