// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>

namespace tp::ui {

enum class Scheme { Light, Dark };

/// Every colour by its role. No other place in the program names a colour.
enum class Colour {
    Bg,
    Rail,
    Surface,
    Surface2,
    Border,       ///< Decoration only: too faint to be the edge of a control.
    BorderStrong, ///< The edge of an input.
    Text,
    Text2,
    Text3,
    Primary,
    PrimaryHover,
    PrimaryDown,
    OnPrimary,
    PrimarySoft,
    Success,
    SuccessSoft,
    Warn,
    WarnSoft,
    Danger,
    DangerSoft,
    Focus,
    Scroll,
    Count
};

QColor colour(Scheme scheme, Colour role);

/// The two colours of a product without a picture: its ground and the icon on it.
struct Tint
{
    QColor ground;
    QColor ink;
};

constexpr int TintCount = 6;

/// Any number has a tint, so that the place of a category can be handed in as it is.
Tint tint(Scheme scheme, int place);

/// As WCAG 2 has it: 1 for the same colour, 21 for black on white.
double contrast(const QColor &first, const QColor &second);

/// Lengths in pixels of a screen at 100 %.
namespace space {
constexpr int Xs = 4;
constexpr int S = 8;
constexpr int M = 12;
constexpr int L = 16;
constexpr int Xl = 20;
constexpr int Xxl = 28;
} // namespace space

namespace radius {
constexpr int KeyCap = 5;
constexpr int Control = 10;
constexpr int Card = 12;
constexpr int Chip = 21;
constexpr int Pill = 13;
constexpr int ScrollEnd = 3;
} // namespace radius

namespace size {
constexpr int TouchMin = 44; ///< Nothing that can be pressed is smaller.
constexpr int Charge = 64;
constexpr int Tender = 70;
constexpr int OtherTender = 60;
constexpr int CartLine = 60;
constexpr int CartLineSelected = 114; ///< With its controls.
constexpr int Rail = 88;
constexpr int RailItem = 60;
constexpr int Tile = 152;
constexpr int TileArt = 60;
constexpr int TileWidthMin = 150;
constexpr int StaffTile = 124;
constexpr int StaffTileWidth = 152;
constexpr int PadKey = 60;
constexpr int FormWidth = 420;
constexpr int PadWidth = 372;
constexpr int Pill = 26;
constexpr int FocusRing = 2;
constexpr int FocusGap = 2;
constexpr int IconS = 16;
constexpr int IconM = 20;
constexpr int IconL = 24;
constexpr int IconArt = 38;
constexpr int IconPlaceholder = 56;
constexpr int CartNarrow = 336; ///< Windows below 1200.
constexpr int CartMiddle = 392; ///< Windows below 1600.
constexpr int CartWide = 440;
} // namespace size

/// Type sizes in pixels; a point would be another size on every platform.
namespace type {
constexpr int Small = 12;
constexpr int Secondary = 13;
constexpr int Body = 14;
constexpr int CartLine = 15;
constexpr int Section = 16;
constexpr int Action = 19;
constexpr int Title = 22;
constexpr int Amount = 24;
constexpr int Total = 30;
constexpr int Change = 34;
constexpr int Due = 56;
} // namespace type

} // namespace tp::ui
