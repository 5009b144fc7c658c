// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QTranslator>

#include <optional>

class QApplication;

namespace tp::app {

/// The language and country of the whole program, for as long as it lives.
class Language
{
public:
    /// `asked`: else the system's.
    Language(QApplication &application, const std::optional<QLocale> &asked);

    const QLocale &locale() const { return m_locale; }

private:
    QLocale m_locale;
    QTranslator m_translator;
};

} // namespace tp::app
