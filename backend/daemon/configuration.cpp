// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/configuration.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

constexpr qint64 ConfigurationBytesMax = 1024 * 1024;

QStringList listOf(const QString &text)
{
    QStringList values;
    for (const QStringView part : QStringView(text).tokenize(u',')) {
        if (!part.trimmed().isEmpty())
            values.append(part.trimmed().toString());
    }
    return values;
}

/// Nothing for a spelling that is neither.
std::optional<QString> truthOf(const QString &text)
{
    const QString lower = text.toLower();
    if (lower == u"true"_s || lower == u"yes"_s || lower == u"on"_s || lower == u"1"_s)
        return u"true"_s;
    if (lower == u"false"_s || lower == u"no"_s || lower == u"off"_s || lower == u"0"_s)
        return u"false"_s;
    return std::nullopt;
}

bool isNumberUpTo(const QString &text, int most)
{
    const bool isPlain =
        !text.isEmpty() && text.size() <= 9 &&
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isPlain && text.toInt() <= most;
}

} // namespace

Configuration::Sources Configuration::usualSources()
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const QString own = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    // systemd's name for the folder that a service may write; several are parted by colons.
    QString data = environment.value(u"STATE_DIRECTORY"_s).section(u':', 0, 0);
    if (data.isEmpty()) {
        data =
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tradepost"_s;
    }
    return {environment,
            {own + u"/tradepost/tradepostd.conf"_s, u"/etc/tradepost/tradepostd.conf"_s},
            data};
}

Result<Configuration> Configuration::read(const QCommandLineParser &parser,
                                          const QList<Option> &options, const Sources &sources)
{
    Configuration configuration;
    configuration.m_dataFolder = sources.dataFolder;
    configuration.m_environment = sources.environment;
    TP_CHECK(configuration.readFlags(parser, options));
    TP_CHECK(configuration.readEnvironment(sources.environment));
    TP_CHECK(configuration.readFiles(sources.files));
    TP_CHECK(configuration.checkAll());
    return configuration;
}

QString Configuration::origin(Option option) const
{
    return isSet(option) ? at(option).origin : flagOf(option);
}

void Configuration::turnOn(Option flag)
{
    m_settings[std::size_t(flag)] = {{u"true"_s}, flagOf(flag), true};
}

QString Configuration::dataFolder() const
{
    return isSet(Option::Data) ? value(Option::Data) : m_dataFolder;
}

Error Configuration::refused(Option option, const QString &reason) const
{
    const bool isUsage = at(option).isTyped || !isSet(option);
    return {isUsage ? ErrorCode::BadRequest : ErrorCode::InvalidValue,
            u"%1: %2"_s.arg(origin(option), reason),
            {}};
}

Result<void> Configuration::readFlags(const QCommandLineParser &parser,
                                      const QList<Option> &options)
{
    for (const Option option : options) {
        const OptionSpec &spec = specOf(option);
        const QString name = QString::fromLatin1(spec.name);
        if (!parser.isSet(name))
            continue;
        Setting &setting = m_settings[std::size_t(option)];
        setting.origin = flagOf(option);
        setting.isTyped = true;
        if (spec.kind == ValueKind::Flag)
            setting.values = {u"true"_s};
        else
            setting.values = parser.values(name);
        if (spec.kind != ValueKind::List && setting.values.size() > 1)
            return refused(option, u"given more than once"_s);
    }
    return {};
}

/// An empty variable is one that is not set, as in the shell's own programs.
Result<void> Configuration::readEnvironment(const QProcessEnvironment &environment)
{
    for (int i = 0; i < int(Option::Count); ++i) {
        const Option option = Option(i);
        const OptionSpec &spec = specOf(option);
        const QString text = environment.value(variableOf(option));
        if (spec.place == Place::CommandLine || isSet(option) || text.isEmpty())
            continue;
        Setting &setting = m_settings[std::size_t(i)];
        setting.origin = variableOf(option);
        setting.values = spec.kind == ValueKind::List ? listOf(text) : QStringList{text};
    }
    return {};
}

Result<void> Configuration::readFiles(const QStringList &files)
{
    const bool isNamed = isSet(Option::Config);
    for (const QString &path : isNamed ? QStringList{value(Option::Config)} : files) {
        if (!isNamed && !QFileInfo::exists(path))
            continue;
        QFile file(path);
        if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly)) {
            const QString reason =
                QFileInfo(path).isDir() ? u"it is a folder"_s : file.errorString();
            return Error{ErrorCode::NotFound,
                         u"the settings in %1 cannot be read: %2"_s.arg(path, reason),
                         {}};
        }
        const QByteArray bytes = file.read(ConfigurationBytesMax + 1);
        if (bytes.size() > ConfigurationBytesMax) {
            return Error{ErrorCode::InvalidValue,
                         u"%1 is too long to be a file of settings"_s.arg(path),
                         {}};
        }
        TP_TRY(const QList<FileSetting> settings, readConfigurationFile(path, bytes));
        return addFileSettings(path, settings);
    }
    return {};
}

Result<void> Configuration::addFileSettings(const QString &path, const QList<FileSetting> &settings)
{
    std::array<bool, std::size_t(Option::Count)> isFromElsewhere{};
    for (std::size_t i = 0; i < isFromElsewhere.size(); ++i)
        isFromElsewhere[i] = isSet(Option(i));
    for (const FileSetting &one : settings) {
        if (isFromElsewhere[std::size_t(one.option)])
            continue;
        Setting &setting = m_settings[std::size_t(one.option)];
        setting.origin = u"%1, line %2, %3"_s.arg(path).arg(one.line).arg(
            QLatin1StringView(specOf(one.option).name));
        if (specOf(one.option).kind == ValueKind::List)
            setting.values += listOf(one.value);
        else
            setting.values = {one.value};
    }
    return {};
}

Result<void> Configuration::checkAll()
{
    for (int i = 0; i < int(Option::Count); ++i) {
        if (isSet(Option(i)))
            TP_CHECK(check(Option(i)));
    }
    return {};
}

Result<void> Configuration::check(Option option)
{
    const OptionSpec &spec = specOf(option);
    Setting &setting = m_settings[std::size_t(option)];
    switch (spec.kind) {
    case ValueKind::Flag: {
        const auto truth = truthOf(setting.values.value(0));
        if (!truth)
            return refused(option, u"this is true or false"_s);
        setting.values = {*truth};
        return {};
    }
    case ValueKind::Number:
        if (!isNumberUpTo(setting.values.value(0), spec.most))
            return refused(option, u"this is a number from 0 to %1"_s.arg(spec.most));
        return {};
    case ValueKind::Text:
    case ValueKind::List:
        if (setting.values.isEmpty() || setting.values.contains(QString()))
            return refused(option, u"this must not be empty"_s);
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace tp::daemon
