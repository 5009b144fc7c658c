// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/configurationfile.h"

#include <QStringDecoder>

#include <bitset>

using namespace Qt::StringLiterals;

namespace tp::daemon {

namespace {

Error badLine(const QString &path, int line, const QString &reason)
{
    return {ErrorCode::InvalidValue, u"%1, line %2: %3"_s.arg(path).arg(line).arg(reason), {}};
}

QString withoutQuotes(const QString &value)
{
    const bool isQuoted = value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"');
    return isQuoted ? value.sliced(1, value.size() - 2) : value;
}

Result<FileSetting> readSetting(const QString &path, int line, const QString &text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
        return badLine(path, line, u"a setting is written NAME = VALUE"_s);
    const QString name = text.first(equals).trimmed();
    const auto option = optionNamed(name);
    if (!option)
        return badLine(path, line, u"there is no setting %1"_s.arg(name.left(40)));
    if (specOf(*option).place == Place::CommandLine)
        return badLine(path, line, u"%1 can only be given on the command line"_s.arg(name));
    return FileSetting{*option, withoutQuotes(text.sliced(equals + 1).trimmed()), line};
}

} // namespace

Result<QList<FileSetting>> readConfigurationFile(const QString &path, const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(u'\0'))
        return Error{ErrorCode::InvalidValue, u"%1 is not a text in UTF-8"_s.arg(path), {}};

    QList<FileSetting> settings;
    std::bitset<std::size_t(Option::Count)> seen;
    int number = 0;
    for (const QStringView raw : QStringView(text).tokenize(u'\n')) {
        ++number;
        const QString line = raw.trimmed().toString();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        TP_TRY(const FileSetting setting, readSetting(path, number, line));
        const std::size_t index = std::size_t(setting.option);
        if (seen.test(index) && specOf(setting.option).kind != ValueKind::List) {
            return badLine(
                path, number,
                u"%1 is set twice"_s.arg(QLatin1StringView(specOf(setting.option).name)));
        }
        seen.set(index);
        settings.append(setting);
    }
    return settings;
}

} // namespace tp::daemon
