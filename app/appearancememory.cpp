// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/appearancememory.h"

#include "ui/theme/theme.h"

#include <QSettings>

#include <array>

namespace tp::app {

using namespace Qt::StringLiterals;
using ui::Appearance;

namespace {

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

} // namespace

void rememberAppearance(ui::Theme &theme, QSettings &settings, const QString &asked)
{
    const QString key = u"appearance"_s;
    theme.setAppearance(appearanceNamed(asked.isEmpty() ? settings.value(key).toString() : asked));
    QObject::connect(&theme, &ui::Theme::changed, &settings, [&theme, &settings, key] {
        settings.setValue(key, nameOf(theme.appearance()));
    });
}

} // namespace tp::app
