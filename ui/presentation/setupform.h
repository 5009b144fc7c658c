// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/sessionport.h"
#include "ui/presentation/signinstate.h"

#include <QMap>

#include <optional>

namespace tp::ui {

/// What the form of a fresh shop is sent with, and which of its fields are not right: as far as
/// that can be seen before asking, and as the server says afterwards.
class SetUpForm
{
public:
    /// Of the bundled backend, which hands it over itself; empty: a person has to enter it.
    void setCode(const QString &code) { m_code = code; }
    const QString &code() const { return m_code; }

    void forgetFaults() { m_faults.clear(); }

    /// As it is to be sent; nothing: there are faults.
    std::optional<ShopSetUp> check(const ShopSetUp &entered);

    /// What the server refused, where it is one of the fields.
    void take(const Error &error);

    QMap<SetUpField, QString> faults() const;

private:
    QString m_code;
    QMap<SetUpField, ErrorCode> m_faults;
};

} // namespace tp::ui
