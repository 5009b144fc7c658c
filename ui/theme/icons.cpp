// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr std::array<const char16_t *, size_t(Icon::Count)> IconNames{
    u"shop",  u"sell",    u"orders",   u"box",    u"customers", u"reports", u"settings",
    u"lock",  u"search",  u"scan",     u"plus",   u"minus",     u"trash",   u"percent",
    u"note",  u"hold",    u"userplus", u"online", u"offline",   u"refresh", u"close",
    u"check", u"warning", u"info",     u"sun",    u"moon",      u"system",  u"erase",
    u"user",  u"key",     u"eye",      u"eyeoff", u"browser",   u"till",    u"chevron",
    u"back",  u"card",
};

/// The larger an icon, the thinner its strokes, or it looks heavy beside text.
QByteArray strokeWidth(int pixels)
{
    if (pixels < 32)
        return QByteArrayLiteral("\"1.75\"");
    return pixels < 48 ? QByteArrayLiteral("\"1.5\"") : QByteArrayLiteral("\"1.25\"");
}

QString iconFile(const QString &name)
{
    return u":/tradepost/icons/%1.svg"_s.arg(name);
}

QPixmap drawIcon(const QString &name, const QColor &colour, int pixels, qreal ratio)
{
    QFile file(iconFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace(QByteArrayLiteral("currentColor"), colour.name().toLatin1());
    svg.replace(QByteArrayLiteral("\"1.75\""), strokeWidth(pixels));

    QSvgRenderer renderer(svg);
    QPixmap pixmap((QSizeF(pixels, pixels) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    return pixmap;
}

} // namespace

QString iconName(Icon icon)
{
    return QString::fromUtf16(IconNames.at(size_t(icon)));
}

bool hasIcon(const QString &name)
{
    // A name comes from the catalogue: it may be anything, a path too.
    return !name.isEmpty() && !name.contains(u'/') && QFile::exists(iconFile(name));
}

QPixmap iconPixmap(const QString &name, const QColor &colour, int pixels, qreal ratio)
{
    const QString key = u"tp-icon:%1:%2:%3:%4"_s.arg(name, colour.name()).arg(pixels).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = drawIcon(hasIcon(name) ? name : u"generic"_s, colour, pixels, ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int pixels, qreal ratio)
{
    return iconPixmap(iconName(icon), colour, pixels, ratio);
}

} // namespace tp::ui
