// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/api/catalogueclient.h"
#include "app/api/healthprobe.h"
#include "app/api/httpclient.h"
#include "app/backendprocess/backendprocess.h"
#include "app/firstpaint.h"
#include "app/options.h"
#include "app/systemclock.h"
#include "app/systemrandom.h"
#include "app/windowgrab.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/sellpresenter.h"
#include "ui/screens/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <array>
#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using tp::app::Options;
using tp::backendprocess::BackendCommand;
using tp::backendprocess::BackendProcess;
using tp::ui::Appearance;
using tp::ui::ConnectionPresenter;

constexpr std::array AppearanceNames{std::pair{Appearance::System, "system"_L1},
                                     std::pair{Appearance::Light, "light"_L1},
                                     std::pair{Appearance::Dark, "dark"_L1}};

Appearance appearanceNamed(const QString &name)
{
    for (const auto &[appearance, known] : AppearanceNames) {
        if (known == name)
            return appearance;
    }
    return Appearance::System;
}

QString nameOf(Appearance appearance)
{
    for (const auto &[known, name] : AppearanceNames) {
        if (known == appearance)
            return name;
    }
    Q_UNREACHABLE();
}

/// The demo shop has a database of its own, so that it never mixes with the real one.
BackendCommand backendCommand(const Options &options, const QString &dataFolder)
{
    const QDir folder(dataFolder);
    const QString shop = options.isDemo ? u"demo"_s : u"shop"_s;
    BackendCommand command;
    command.program = QDir(QCoreApplication::applicationDirPath()).filePath(u"tradepostd"_s);
    command.arguments = {u"serve"_s,
                         u"--listen"_s,
                         u"127.0.0.1:0"_s,
                         u"--database"_s,
                         u"sqlite:"_s + folder.absoluteFilePath(shop + u".db"_s),
                         u"--with-parent"_s};
    if (options.isDemo)
        command.arguments.append(u"--demo"_s);
    command.dataFolder = folder.absolutePath();
    command.lockFile = folder.absoluteFilePath(u"till-"_s + shop + u".lock"_s);
    return command;
}

void connectServer(tp::api::HttpClient &http, tp::api::HealthProbe &probe,
                   ConnectionPresenter &connection)
{
    using tp::api::HealthProbe;
    QObject::connect(&http, &tp::api::HttpClient::noAnswer, &probe, &HealthProbe::checkNow);
    QObject::connect(&probe, &HealthProbe::lost, &connection, &ConnectionPresenter::serverLost);
    QObject::connect(&probe, &HealthProbe::back, &connection, &ConnectionPresenter::serverBack);
    QObject::connect(&connection, &ConnectionPresenter::retryRequested, &probe,
                     &HealthProbe::checkNow);
}

void connectBackend(BackendProcess &backend, tp::api::HttpClient &http, tp::api::HealthProbe &probe,
                    ConnectionPresenter &connection)
{
    QObject::connect(&backend, &BackendProcess::starting, &connection,
                     &ConnectionPresenter::backendStarting);
    QObject::connect(&backend, &BackendProcess::ready, &connection,
                     [&http, &probe, &connection](const QUrl &url) {
                         http.setServer(url); // First: the presenter loads from it at once.
                         probe.start();
                         connection.backendReady();
                     });
    QObject::connect(&backend, &BackendProcess::failed, &connection,
                     [&http, &probe, &connection](const tp::ui::BackendFailure &failure) {
                         probe.stop();
                         connection.backendFailed(failure);
                         http.setServer({});
                     });
    QObject::connect(&connection, &ConnectionPresenter::retryRequested, &backend,
                     &BackendProcess::start);
}

void rememberAppearance(tp::ui::Theme &theme, QSettings &settings, const Options &options)
{
    const QString key = u"appearance"_s;
    theme.setAppearance(appearanceNamed(
        options.appearance.isEmpty() ? settings.value(key).toString() : options.appearance));
    QObject::connect(&theme, &tp::ui::Theme::changed, &settings, [&theme, &settings, key] {
        settings.setValue(key, nameOf(theme.appearance()));
    });
}

/// A machine that was told no language (LANG=C) shall still write amounts as people do.
QLocale localeOf(const Options &options)
{
    const QLocale locale = options.locale.value_or(QLocale::system());
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

void speak(QApplication &application, QTranslator &translator, const QLocale &locale)
{
    QLocale::setDefault(locale);
    if (translator.load(locale, u"tradepost"_s, u"_"_s, u":/tradepost/i18n"_s))
        QCoreApplication::installTranslator(&translator);
    application.setLayoutDirection(locale.textDirection());
}

void serveTests(tp::ui::MainWindow &window, tp::ui::SellPresenter &sell, const Options &options,
                qint64 startedMs, const tp::Clock &clock)
{
    if (options.quitAfterFirstPaint) {
        const auto *painted = new tp::app::FirstPaint(window, &window);
        QObject::connect(painted, &tp::app::FirstPaint::painted, &window, [startedMs, &clock] {
            std::printf("first paint after %lld ms\n", qlonglong(clock.steadyMs() - startedMs));
            QCoreApplication::quit();
        });
    }
    if (!options.grabFile.isEmpty()) {
        auto *grab = new tp::app::WindowGrab(window, options.grabFile, &window);
        QObject::connect(&sell, &tp::ui::SellPresenter::stateChanged, grab,
                         &tp::app::WindowGrab::look);
        QObject::connect(grab, &tp::app::WindowGrab::done, &window,
                         [](int exitCode) { QCoreApplication::exit(exitCode); });
    }
}

/// The one place where the desktop program is put together. The window is painted before the
/// backend is started: what one sees first must not wait for it.
int run(QApplication &application, const Options &options, const tp::Clock &clock, qint64 startedMs)
{
    const QString dataFolder =
        options.dataFolder.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            : options.dataFolder;
    QSettings settings(QDir(dataFolder).filePath(u"desktop.ini"_s), QSettings::IniFormat);
    const QLocale locale = localeOf(options);
    QTranslator translator;
    speak(application, translator, locale);
    tp::ui::Theme theme(application);
    rememberAppearance(theme, settings, options);

    const bool isBundled = options.server.isEmpty();
    tp::app::SystemRandom random;
    tp::api::HttpClient http;
    tp::api::CatalogueClient catalogue(http);
    tp::api::HealthProbe probe(http);
    ConnectionPresenter connection(isBundled ? ConnectionPresenter::Backend::Bundled
                                             : ConnectionPresenter::Backend::Elsewhere,
                                   options.isDemo, options.server.toDisplayString());
    tp::ui::SellPresenter sell(catalogue, connection, tp::ui::ShopText(locale));
    BackendProcess backend(backendCommand(options, dataFolder), clock, random);
    connectServer(http, probe, connection);
    QObject::connect(&sell, &tp::ui::SellPresenter::connectionRetryRequested, &connection,
                     &ConnectionPresenter::retryNow);

    tp::ui::MainWindow window(theme, sell, connection);
    serveTests(window, sell, options, startedMs, clock);
    const tp::app::FirstPaint painted(window);
    if (isBundled) {
        connectBackend(backend, http, probe, connection);
        QObject::connect(&painted, &tp::app::FirstPaint::mayGoOn, &backend, &BackendProcess::start);
    } else {
        QObject::connect(&painted, &tp::app::FirstPaint::mayGoOn, &probe,
                         [&http, &probe, &options] {
                             http.setServer(options.server);
                             probe.start();
                         });
    }
    window.show();
    return QApplication::exec();
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
    return run(application, *commandLine.options, clock, startedMs);
}
