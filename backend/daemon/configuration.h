// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/configurationfile.h"
#include "backend/daemon/options.h"
#include "backend/kernel/result.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <array>

class QCommandLineParser;

namespace tp::daemon {

/// What was set, by flag, else by environment, else by file. A value that cannot be right is
/// refused with the place that it came from, and never repeated where it may be a secret.
class Configuration
{
public:
    struct Sources
    {
        QProcessEnvironment environment;
        QStringList files;  ///< Looked for without --config; the first that exists is read.
        QString dataFolder; ///< Without --data.
    };

    /// /etc/tradepost/tradepostd.conf and the user's own, which comes first; the environment of
    /// this process.
    static Sources usualSources();

    /// `parser` has parsed a command line that knows `options`. BadRequest for a bad flag,
    /// InvalidValue for environment and file, NotFound when --config names no file.
    static Result<Configuration> read(const QCommandLineParser &parser,
                                      const QList<Option> &options, const Sources &sources);

    bool isSet(Option option) const { return !at(option).origin.isEmpty(); }
    bool isOn(Option option) const { return value(option) == QStringLiteral("true"); }
    QString value(Option option) const { return at(option).values.value(0); }
    QStringList values(Option option) const { return at(option).values; }
    int number(Option option) const { return value(option).toInt(); }

    /// As if the flag had been given.
    void turnOn(Option flag);

    /// A variable of the environment that another program has named; empty when it is not set.
    QString variable(const QString &name) const { return m_environment.value(name); }

    /// Where databases go that nobody named.
    QString dataFolder() const;

    /// "--listen", "TRADEPOST_LISTEN" or "FILE, line 3, listen", for messages; the flag when
    /// nothing is set.
    QString origin(Option option) const;

    /// The error for a value that turned out not to serve, with the code that fits its origin.
    Error refused(Option option, const QString &reason) const;

private:
    struct Setting
    {
        QStringList values;
        QString origin;
        bool isTyped = false; ///< On the command line.
    };

    const Setting &at(Option option) const { return m_settings[std::size_t(option)]; }
    Result<void> readFlags(const QCommandLineParser &parser, const QList<Option> &options);
    Result<void> readEnvironment(const QProcessEnvironment &environment);
    Result<void> readFiles(const QStringList &files);
    Result<void> addFileSettings(const QString &path, const QList<FileSetting> &settings);
    Result<void> checkAll();
    Result<void> check(Option option);

    std::array<Setting, std::size_t(Option::Count)> m_settings;
    QString m_dataFolder;
    QProcessEnvironment m_environment;
};

} // namespace tp::daemon
