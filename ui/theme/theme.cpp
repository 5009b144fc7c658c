// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/palette.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int PixmapCacheKiB = 64 * 1024;

/// Ratios of the screens that shops have; a QIcon picks the next larger.
constexpr qreal IconRatios[] = {1, 1.25, 1.5, 2, 3};

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_fontFamily(loadFontFamily())
    , m_isDesktopDark(looksDark(application.palette()))
{
    QPixmapCache::setCacheLimit(PixmapCacheKiB);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_isDesktopDark = application.styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    connect(application.styleHints(), &QStyleHints::colorSchemeChanged, this,
            [this](Qt::ColorScheme scheme) {
                m_isDesktopDark = scheme == Qt::ColorScheme::Dark;
                setAppearance(m_appearance);
            });
#endif
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    m_scheme = wantedScheme();
    apply();
}

Scheme Theme::wantedScheme() const
{
    switch (m_appearance) {
    case Appearance::System:
        return m_isDesktopDark ? Scheme::Dark : Scheme::Light;
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    }
    Q_UNREACHABLE();
}

void Theme::setAppearance(Appearance appearance)
{
    const Scheme before = m_scheme;
    const bool isOther = appearance != m_appearance;
    m_appearance = appearance;
    m_scheme = wantedScheme();
    if (m_scheme != before)
        apply();
    if (m_scheme != before || isOther)
        emit changed();
}

void Theme::apply()
{
    QPixmapCache::clear();
    QApplication::setPalette(paletteOf(m_scheme));
    QApplication::setFont(font(type::Body));
    m_application.setStyleSheet(styleSheetOf(m_scheme));
}

QFont Theme::font(int pixels, Weight weight) const
{
    const int key = pixels * 4 + int(weight);
    auto known = m_fonts.constFind(key);
    if (known == m_fonts.constEnd())
        known = m_fonts.insert(key, fontOf(m_fontFamily, pixels, weight));
    return *known;
}

QPixmap Theme::pixmap(Icon icon, Colour role, int pixels, qreal ratio) const
{
    return iconPixmap(icon, colour(role), pixels, ratio);
}

QIcon Theme::icon(Icon icon, Colour role, int pixels, int gapAfter) const
{
    QIcon result;
    for (const qreal ratio : IconRatios) {
        QPixmap wide((QSizeF(pixels + gapAfter, pixels) * ratio).toSize());
        wide.setDevicePixelRatio(ratio);
        wide.fill(Qt::transparent);
        QPainter painter(&wide);
        const int x = QGuiApplication::isRightToLeft() ? gapAfter : 0;
        painter.drawPixmap(QPointF(x, 0), pixmap(icon, role, pixels, ratio));
        painter.end();
        result.addPixmap(wide);
    }
    return result;
}

QIcon Theme::toggleIcon(Icon icon, Colour off, Colour on, int pixels) const
{
    QIcon result;
    for (const qreal ratio : IconRatios) {
        result.addPixmap(pixmap(icon, off, pixels, ratio), QIcon::Normal, QIcon::Off);
        result.addPixmap(pixmap(icon, on, pixels, ratio), QIcon::Normal, QIcon::On);
    }
    return result;
}

} // namespace tp::ui
