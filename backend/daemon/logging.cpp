// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/logging.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace tp::daemon {

Result<void> setLogLevel(const Configuration &configuration, bool isServing)
{
    const QStringList levels{u"debug"_s, u"info"_s, u"warning"_s, u"critical"_s};
    const bool isSet = configuration.isSet(Option::LogLevel);
    qsizetype least = isServing ? levels.indexOf(u"info"_s) : levels.size();
    if (isSet)
        least = levels.indexOf(configuration.value(Option::LogLevel));
    if (least < 0)
        return configuration.refused(Option::LogLevel,
                                     u"this is one of %1"_s.arg(levels.join(u", "_s)));

    QString rules;
    for (qsizetype i = 0; i < levels.size(); ++i)
        rules += u"*.%1=%2\n"_s.arg(levels[i], i >= least ? u"true"_s : u"false"_s);
    if (least == 0)
        rules += u"qt.*.debug=false\n"_s; // Thousands of lines that say nothing of the shop.
    QLoggingCategory::setFilterRules(rules);
    qSetMessagePattern(u"%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"_s);
    return {};
}

} // namespace tp::daemon
