// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/fieldrules.h"

#include <QMap>

namespace tp::contract {

/// A code of ISO 4217 in capitals (else InvalidValue).
struct CurrencyCode
{
    void read(const JsonValue &json, const Reading &at, QString &out) const;
    void write(const QString &value, JsonWriter &json) const { json.string(QStringView(value)); }
    void writeMembers(const SchemaPlace &place) const;
};

/// A number for each of some currencies: `{"CHF": 5}`.
struct PerCurrency
{
    Integer each;

    void read(const JsonValue &json, const Reading &at, QMap<QString, qint64> &out) const;
    void write(const QMap<QString, qint64> &values, JsonWriter &json) const;
    void writeMembers(const SchemaPlace &place) const;
};

} // namespace tp::contract
