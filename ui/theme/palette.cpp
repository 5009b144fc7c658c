// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/palette.h"

namespace tp::ui {

QPalette paletteOf(Scheme scheme)
{
    struct Pair
    {
        QPalette::ColorRole part;
        Colour role;
    };
    // clang-format off
    static constexpr Pair Pairs[] = {
        {QPalette::Window, Colour::Bg},           {QPalette::WindowText, Colour::Text},
        {QPalette::Base, Colour::Surface},        {QPalette::AlternateBase, Colour::Surface2},
        {QPalette::Text, Colour::Text},           {QPalette::PlaceholderText, Colour::Text3},
        {QPalette::Button, Colour::Surface},      {QPalette::ButtonText, Colour::Text},
        {QPalette::BrightText, Colour::OnPrimary},
        {QPalette::Highlight, Colour::Primary},   {QPalette::HighlightedText, Colour::OnPrimary},
        {QPalette::ToolTipBase, Colour::Text},    {QPalette::ToolTipText, Colour::Surface},
        {QPalette::Link, Colour::Primary},        {QPalette::LinkVisited, Colour::Primary},
        {QPalette::Light, Colour::Surface},       {QPalette::Midlight, Colour::Surface2},
        {QPalette::Mid, Colour::Border},          {QPalette::Dark, Colour::BorderStrong},
        {QPalette::Shadow, Colour::BorderStrong},
    };
    // clang-format on
    QPalette palette;
    for (const Pair &pair : Pairs)
        palette.setColor(pair.part, colour(scheme, pair.role));
    for (const auto part : {QPalette::Text, QPalette::ButtonText, QPalette::WindowText})
        palette.setColor(QPalette::Disabled, part, colour(scheme, Colour::Text3));
    return palette;
}

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

} // namespace tp::ui
