// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QHash>
#include <QIcon>
#include <QObject>

class QApplication;

namespace tp::ui {

/// What the person chose; System follows the desktop.
enum class Appearance { System, Light, Dark };

/// How the program looks now: colours, fonts and icons of the scheme in use, put on the whole
/// application at once. Widgets that paint themselves ask it at each paint and repaint on
/// changed(). One a process, made by main() and handed to who needs it. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Takes the application's palette as the desktop's own, so make it before anything changes
    /// that. The application must outlive the theme.
    explicit Theme(QApplication &application, QObject *parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    Scheme scheme() const { return m_scheme; }

    /// Live: every widget has the new look when this returns.
    void setAppearance(Appearance appearance);

    QColor colour(Colour role) const { return ui::colour(m_scheme, role); }
    Tint tint(int place) const { return ui::tint(m_scheme, place); }
    QFont font(int pixels, Weight weight = Weight::Regular) const;

    QPixmap pixmap(Icon icon, Colour role, int pixels, qreal ratio) const;

    /// For buttons, sharp at every pixel ratio in use. The gap after the icon is part of it,
    /// because a style sheet cannot set the one between icon and text.
    QIcon icon(Icon icon, Colour role, int pixels, int gapAfter = 0) const;

    /// One colour while off, another while checked.
    QIcon toggleIcon(Icon icon, Colour off, Colour on, int pixels) const;

signals:
    void changed();

private:
    Scheme wantedScheme() const;
    void apply();

    QApplication &m_application;
    QString m_fontFamily;
    mutable QHash<int, QFont> m_fonts; ///< Painting asks for the same few over and over.
    Appearance m_appearance = Appearance::System;
    Scheme m_scheme = Scheme::Light;
    bool m_isDesktopDark = false;
};

} // namespace tp::ui
