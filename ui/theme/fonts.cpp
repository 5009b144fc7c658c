// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/fonts.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

Q_LOGGING_CATEGORY(fontLog, "tp.ui.theme")

bool loadBundled(const QString &family)
{
    for (const QString &weight : {u"Regular"_s, u"Medium"_s, u"Bold"_s}) {
        const QString file = u":/tradepost/fonts/Roboto-%1.ttf"_s.arg(weight);
        if (!QFile::exists(file))
            return false;
        const int id = QFontDatabase::addApplicationFont(file);
        if (id < 0 || !QFontDatabase::applicationFontFamilies(id).contains(family)) {
            qCWarning(fontLog) << "the bundled font cannot be used file=" << file;
            return false;
        }
    }
    return true;
}

bool hasDigitsOfOneWidth(const QString &family)
{
    const QFontMetricsF metrics(fontOf(family, 100));
    const qreal zero = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(digit), zero))
            return false;
    }
    return zero > 0;
}

} // namespace

QString loadFontFamily()
{
    const QString bundled = u"Roboto"_s;
    if (loadBundled(bundled) && hasDigitsOfOneWidth(bundled))
        return bundled;

    const QStringList installed = QFontDatabase::families();
    for (const QString &family : {u"Noto Sans"_s, u"Open Sans"_s, u"DejaVu Sans"_s}) {
        if (installed.contains(family) && hasDigitsOfOneWidth(family)) {
            qCInfo(fontLog) << "the bundled font is missing; using" << family;
            return family;
        }
    }
    return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
}

QFont fontOf(const QString &family, int pixels, Weight weight)
{
    QFont font(family);
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    switch (weight) {
    case Weight::Regular:
        font.setWeight(QFont::Normal);
        break;
    case Weight::Medium:
        font.setWeight(QFont::Medium);
        break;
    case Weight::Bold:
        font.setWeight(QFont::Bold);
        break;
    }
    return font;
}

} // namespace tp::ui
