// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QStringList>

namespace tp::ui {

/// What a new shop may sell in: the codes (ISO 4217) of money that some country uses and that
/// amounts can be kept in, in the order of the alphabet.
QStringList currencyChoices();

/// That of the person's country; EUR where nobody knows.
QString currencyOf(const QLocale &locale);

} // namespace tp::ui
