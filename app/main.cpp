// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop.h"
#include "app/options.h"
#include "app/systemclock.h"
#include "app/windowgrab.h"

#include <QApplication>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using tp::app::Desktop;
using tp::app::Options;

void serveTests(Desktop &desktop, const Options &options, qint64 startedMs, const tp::Clock &clock)
{
    if (options.quitAfterFirstPaint) {
        const auto *painted = new tp::app::FirstPaint(desktop.window(), &desktop);
        QObject::connect(painted, &tp::app::FirstPaint::painted, &desktop, [startedMs, &clock] {
            std::printf("first paint after %lld ms\n", qlonglong(clock.steadyMs() - startedMs));
            QCoreApplication::quit();
        });
    }
    if (!options.grabFile.isEmpty()) {
        auto *grab = new tp::app::WindowGrab(desktop.window(), options.grabFile, &desktop);
        QObject::connect(&desktop, &Desktop::looksWhole, grab, &tp::app::WindowGrab::look);
        QObject::connect(grab, &tp::app::WindowGrab::done, &desktop,
                         [](int exitCode) { QCoreApplication::exit(exitCode); });
    }
}

} // namespace

int main(int argc, char **argv)
{
    const tp::app::SystemClock clock;
    const qint64 startedMs = clock.steadyMs();
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const tp::app::CommandLine commandLine = tp::app::readCommandLine(arguments);
    if (!commandLine.options) {
        std::fputs(qUtf8Printable(commandLine.text), commandLine.exitCode == 0 ? stdout : stderr);
        return commandLine.exitCode;
    }

    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"tradepost"_s);
    QCoreApplication::setApplicationVersion(u"" TP_VERSION ""_s);
    QGuiApplication::setApplicationDisplayName(u"Tradepost"_s);
    QGuiApplication::setDesktopFileName(u"tradepost"_s);
    Desktop desktop(application, *commandLine.options, clock);
    serveTests(desktop, *commandLine.options, startedMs, clock);
    desktop.show();
    return QApplication::exec();
}
