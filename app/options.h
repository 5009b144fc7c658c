// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace tp::app {

/// What the command line of `tradepost` asks for.
struct Options
{
    bool isDemo = false;
    QUrl server;        ///< Empty: the bundled backend.
    QString dataFolder; ///< Empty: where the system keeps such things.
    QString appearance; ///< "light", "dark", "system"; empty: as chosen last time.
    std::optional<QLocale> locale;
    QString grabFile;                 ///< For tests: the picture to save of the first whole page.
    bool quitAfterFirstPaint = false; ///< For tests: says how long it took.
};

/// Options to run with, or a text to print and the code to end with (sysexits.h).
struct CommandLine
{
    std::optional<Options> options;
    QString text;
    int exitCode = 0;
};

/// `arguments` without the program's name. Needs no application, so that --help works without a
/// display.
CommandLine readCommandLine(const QStringList &arguments);

} // namespace tp::app
