// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylesheet.h"

#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

struct Name
{
    const char16_t *text;
    Colour role;
};

constexpr std::array<Name, size_t(Colour::Count)> Names{{
    {u"@bg", Colour::Bg},
    {u"@rail", Colour::Rail},
    {u"@surface", Colour::Surface},
    {u"@raised", Colour::Surface2},
    {u"@border", Colour::Border},
    {u"@edge", Colour::BorderStrong},
    {u"@text", Colour::Text},
    {u"@second", Colour::Text2},
    {u"@third", Colour::Text3},
    {u"@primary", Colour::Primary},
    {u"@hover", Colour::PrimaryHover},
    {u"@down", Colour::PrimaryDown},
    {u"@onprimary", Colour::OnPrimary},
    {u"@soft", Colour::PrimarySoft},
    {u"@success", Colour::Success},
    {u"@okground", Colour::SuccessSoft},
    {u"@warn", Colour::Warn},
    {u"@cautionground", Colour::WarnSoft},
    {u"@danger", Colour::Danger},
    {u"@alarmground", Colour::DangerSoft},
    {u"@focus", Colour::Focus},
    {u"@scroll", Colour::Scroll},
}};

struct Length
{
    const char16_t *text;
    int pixels;
};

/// A height in a style sheet is that inside the border.
constexpr int Border = 1;
constexpr int FocusBorder = 2;

constexpr std::array Lengths{
    Length{u"$control", radius::Control},
    Length{u"$card", radius::Card},
    Length{u"$chip", radius::Chip},
    Length{u"$keycap", radius::KeyCap},
    Length{u"$scrollend", radius::ScrollEnd},
    Length{u"$touch", size::TouchMin},
    Length{u"$framed", size::TouchMin - 2 * Border},
    Length{u"$focused", size::TouchMin - 2 * FocusBorder},
    Length{u"$paying", size::Charge - 2 * Border},
    Length{u"$padkey", size::PadKey - 2 * Border},
    Length{u"$amount", type::Amount},
    Length{u"$small", type::Small},
    Length{u"$secondary", type::Secondary},
    Length{u"$section", type::Section},
    Length{u"$title", type::Title},
    Length{u"$total", type::Total},
    Length{u"$change", type::Change},
    Length{u"$due", type::Due},
    Length{u"$tender", size::Tender - 2 * Border},
    Length{u"$other", size::OtherTender - 2 * Border},
};

/// No name may be the start of another, or the shorter would eat the longer.
constexpr bool namesAreDistinct(const auto &names)
{
    for (const auto &one : names) {
        for (const auto &two : names) {
            const std::u16string_view a = one.text;
            const std::u16string_view b = two.text;
            if (a != b && b.starts_with(a))
                return false;
        }
    }
    return true;
}
static_assert(namesAreDistinct(Names) && namesAreDistinct(Lengths));

// min-height in a style sheet beats setMinimumHeight(), and a radius over half the height is
// dropped altogether: both belong here, per kind.
constexpr auto Template = uR"(
* { outline: 0; }
#page, #shell { background: @bg; }
#rail { background: @rail; border: 0; border-right: 1px solid @border; }
#cart { background: @surface; border: 0; border-left: 1px solid @border; }
#separator { background: @border; border: 0; }

QToolButton[kind="rail"] { border: 0; border-radius: $control; background: transparent;
    color: @second; padding: 6px 0 5px 0; font-size: $small; }
QToolButton[kind="rail"]:hover { background: @raised; }
QToolButton[kind="rail"]:checked { background: @soft; color: @primary; font-weight: 500; }
QToolButton[kind="inner"] { border: 0; border-radius: $control; background: transparent; }
QToolButton[kind="inner"]:hover { background: @raised; }

QLineEdit { background: @surface; border: 1px solid @edge; border-radius: $control;
    padding: 0 12px; min-height: $framed;
    selection-background-color: @primary; selection-color: @onprimary; }
QLineEdit[wrong="true"] { border-color: @danger; }
QLineEdit:focus { border: 2px solid @focus; padding: 0 11px; min-height: $focused; }

QComboBox { background: @surface; border: 1px solid @edge; border-radius: $control;
    padding: 0 12px; min-height: $framed; color: @text; }
QComboBox:focus, QComboBox:on { border: 2px solid @focus; padding: 0 11px; min-height: $focused; }
QComboBox::drop-down { border: 0; width: 32px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; padding: 4px;
    selection-background-color: @soft; selection-color: @primary; }
QComboBox QAbstractItemView::item { min-height: $touch; padding: 0 8px; }

QPushButton { background: @surface; border: 1px solid @border; border-radius: $control;
    min-height: $framed; padding: 0 14px; color: @text; font-weight: 500; }
QPushButton:hover { background: @raised; }
QPushButton:pressed { background: @border; }
QPushButton:disabled { color: @third; background: @raised; border-color: @border; }
QPushButton[kind="primary"] { background: @primary; border-color: @primary; color: @onprimary; }
QPushButton[kind="primary"]:hover { background: @hover; border-color: @hover; }
QPushButton[kind="primary"]:pressed { background: @down; border-color: @down; }
QPushButton[kind="primary"]:disabled { background: @raised; border-color: @border;
    color: @third; }
QPushButton[kind="charge"] { background: @primary; border-color: @primary; color: @onprimary;
    min-height: $paying; border-radius: $card; }
QPushButton[kind="charge"]:hover { background: @hover; border-color: @hover; }
QPushButton[kind="charge"]:pressed { background: @down; border-color: @down; }
QPushButton[kind="charge"]:disabled { background: @raised; border-color: @border; }
QPushButton[kind="chip"] { border-radius: $chip; padding: 0 16px; color: @second;
    background: @surface; }
QPushButton[kind="chip"]:hover { background: @raised; }
QPushButton[kind="chip"]:checked { background: @text; color: @bg; border-color: @text; }
QPushButton[kind="pad"] { background: @raised; min-height: $padkey; padding: 0;
    font-size: $amount; font-weight: 400; }
QPushButton[kind="pad"]:hover { background: @surface; }
QPushButton[kind="pad"]:pressed { background: @border; }
QPushButton[kind="step"] { border-color: @edge; padding: 0; min-width: $framed; }
QPushButton[kind="step"]:disabled { border-color: @border; }
QPushButton[kind="count"] { border: 0; background: transparent; padding: 0 4px;
    min-width: $framed; min-height: $touch; font-size: $section; font-weight: 700; }
QPushButton[kind="count"]:hover { text-decoration: underline; }
QPushButton[kind="quiet"] { background: transparent; border: 0; min-height: $touch;
    padding: 0 10px; color: @second; }
QPushButton[kind="quiet"]:hover { background: @raised; }
QPushButton[kind="foot"] { padding: 0 4px; }
QPushButton[kind="tender"] { border-color: @edge; min-height: $tender; padding: 0; }
QPushButton[kind="tender"][exact="true"] { background: @soft; border: 2px solid @primary; }
QPushButton[kind="other"] { min-height: $other; }
QPushButton[kind="choice"] { padding: 0 6px; min-width: $framed; color: @second; }
QPushButton[kind="choice"]:checked { background: @soft; border: 1px solid @primary;
    color: @primary; }
QPushButton[kind="staff"] { border-radius: $card; padding: 0; }
QPushButton[kind="staff"]:checked { background: @soft; border: 2px solid @primary; }
QPushButton[kind="row"] { background: transparent; border: 0; padding: 0; }
QPushButton[kind="row"]:hover { background: @raised; }
QPushButton[kind="link"] { background: transparent; border: 0; min-height: $touch; padding: 0;
    color: @primary; }
QPushButton[kind="link"]:hover { background: transparent; text-decoration: underline; }
QPushButton[kind="link"]:disabled { background: transparent; color: @third; }
QPushButton[kind="notice"] { background: transparent; border: 0; min-height: $touch;
    padding: 0 12px; text-decoration: underline; }
QPushButton[kind="notice"][tone="warn"] { color: @warn; }
QPushButton[kind="notice"][tone="danger"] { color: @danger; }
QPushButton[kind="notice"][tone="info"] { color: @primary; }

QFrame[tone="warn"] { background: @cautionground; border: 0; }
QFrame[tone="danger"] { background: @alarmground; border: 0; }
QFrame[tone="info"] { background: @soft; border: 0; }
QFrame[kind="inline"] { border-radius: $control; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: $card; }
QFrame[kind="done"] { background: @okground; border: 0; border-radius: $card; }
QFrame[kind="entry"] { background: @raised; border: 1px solid @border; border-radius: $card; }
QFrame[kind="toast"] { background: @text; border: 0; border-radius: $control; }
QFrame[kind="toast"] QLabel { color: @bg; }
QFrame[kind="toast"] QPushButton { background: transparent; border: 0; color: @soft;
    padding: 0 12px; min-height: $touch; }
QFrame[kind="toast"] QPushButton:hover { text-decoration: underline; }
QLabel { background: transparent; border: 0; }
QLabel[tone="warn"] { color: @warn; font-weight: 500; }
QLabel[tone="danger"] { color: @danger; font-weight: 500; }
QLabel[tone="info"] { color: @primary; font-weight: 500; }

QLabel[role="h1"] { font-size: $title; font-weight: 700; }
QLabel[role="h2"] { font-size: $section; font-weight: 500; }
QLabel[role="field"] { font-weight: 500; }
QLabel[role="fault"] { color: @danger; font-size: $secondary; }
QLabel[role="muted"] { color: @second; }
QLabel[role="small"] { color: @second; font-size: $secondary; }
QLabel[role="total"] { font-size: $total; font-weight: 700; }
QLabel[role="due"] { font-size: $due; font-weight: 700; }
QLabel[role="received"] { font-size: $title; font-weight: 700; }
QLabel[role="change"] { font-size: $change; font-weight: 700; color: @success; }
QLabel[role="missing"] { font-size: $change; font-weight: 700; color: @danger; }
QLabel[role="done"] { color: @success; font-weight: 500; }
QLabel[role="prefix"] { color: @primary; background: @soft; border-radius: $control;
    padding: 0 12px; font-size: $section; font-weight: 700; }
QLabel[role="keycap"] { color: @third; background: @raised; border: 1px solid @border;
    border-radius: $keycap; padding: 1px 6px; font-size: $small; font-weight: 500; }

QAbstractItemView, QScrollArea { border: 0; background: transparent; }
#chipRow { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @scroll; border-radius: $scrollend; min-height: 36px;
    margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
    background: none; height: 0; width: 0; }
QToolTip { background: @text; color: @bg; border: 0; padding: 6px 8px; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 14px 20px 14px 8px; border-radius: $control; color: @text; }
QMenu::item:selected { background: @raised; }
QMenu::item:checked { background: @soft; color: @primary; }
QMenu::icon { padding-left: 12px; }
)";

} // namespace

QString styleSheetOf(Scheme scheme)
{
    QString sheet = QString::fromUtf16(Template);
    for (const Name &name : Names)
        sheet.replace(QString::fromUtf16(name.text), colour(scheme, name.role).name());
    for (const Length &length : Lengths)
        sheet.replace(QString::fromUtf16(length.text), u"%1px"_s.arg(length.pixels));
    return sheet;
}

} // namespace tp::ui
