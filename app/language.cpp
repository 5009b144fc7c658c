// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/language.h"

#include <QApplication>

namespace tp::app {

using namespace Qt::StringLiterals;

namespace {

/// A machine that was told no language (LANG=C) shall still write amounts as people do.
QLocale localeFor(const std::optional<QLocale> &asked)
{
    const QLocale locale = asked.value_or(QLocale::system());
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

} // namespace

Language::Language(QApplication &application, const std::optional<QLocale> &asked)
    : m_locale(localeFor(asked))
{
    QLocale::setDefault(m_locale);
    if (m_translator.load(m_locale, u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s))
        QCoreApplication::installTranslator(&m_translator);
    application.setLayoutDirection(m_locale.textDirection());
}

} // namespace tp::app
