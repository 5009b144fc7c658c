// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/options.h"

#include <array>

namespace tp::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int UsageError = 64;

constexpr auto Help = R"(Usage: tradepost [options]
Opens the till. Without options it starts its own backend on this computer's shop.

  --demo             Look around in a demo shop, kept apart from the real one
  --server URL       Work with a server instead: https://shop.example
  --data DIR         Keep this computer's shop in DIR
  --theme NAME       light, dark or system
  --language CODE    Language and country for texts and amounts: en, de, ar-EG
  -h, --help         This text
  -v, --version      The version
)";

struct Flag
{
    QLatin1StringView name;
    bool takesValue;
};

constexpr std::array Flags{Flag{"--demo"_L1, false},
                           Flag{"--server"_L1, true},
                           Flag{"--data"_L1, true},
                           Flag{"--theme"_L1, true},
                           Flag{"--language"_L1, true},
                           Flag{"--grab"_L1, true},
                           Flag{"--quit-after-first-paint"_L1, false}};

CommandLine refused(const QString &text)
{
    return {{}, text + u"\nTry: tradepost --help\n"_s, UsageError};
}

bool isServer(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

/// What is wrong with it, or nothing.
QString apply(Options &options, QStringView name, const QString &value)
{
    if (name == "--demo"_L1) {
        options.isDemo = true;
    } else if (name == "--server"_L1) {
        options.server = QUrl(value, QUrl::StrictMode);
        if (!isServer(options.server))
            return u"--server needs an address like https://shop.example, not '%1'"_s.arg(value);
    } else if (name == "--data"_L1) {
        options.dataFolder = value;
    } else if (name == "--theme"_L1) {
        options.appearance = value;
        if (!QStringList{u"light"_s, u"dark"_s, u"system"_s}.contains(value))
            return u"--theme is light, dark or system, not '%1'"_s.arg(value);
    } else if (name == "--language"_L1) {
        options.locale = QLocale(value);
        if (options.locale->language() == QLocale::C)
            return u"'%1' is no language that is known here"_s.arg(value);
    } else if (name == "--grab"_L1) {
        options.grabFile = value;
    } else {
        options.quitAfterFirstPaint = true;
    }
    return {};
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "-h"_L1 || argument == "--help"_L1)
            return {{}, QString::fromLatin1(Help), 0};
        if (argument == "-v"_L1 || argument == "--version"_L1)
            return {{}, u"tradepost " TP_VERSION "\n"_s, 0};

        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        const auto *flag = std::find_if(Flags.begin(), Flags.end(),
                                        [&name](const Flag &one) { return one.name == name; });
        if (flag == Flags.end())
            return refused(u"There is no option '%1'"_s.arg(argument));
        QString value = equals < 0 ? QString() : argument.mid(equals + 1);
        if (flag->takesValue && equals < 0)
            value = arguments.value(++i);
        if (flag->takesValue == value.isEmpty())
            return refused(
                (flag->takesValue ? u"%1 needs a value"_s : u"%1 takes no value"_s).arg(name));
        if (const QString wrong = apply(options, name, value); !wrong.isEmpty())
            return refused(wrong);
    }
    if (options.isDemo && !options.server.isEmpty())
        return refused(u"--demo is for the backend on this computer, not for a --server"_s);
    return {options, {}, 0};
}

} // namespace tp::app
