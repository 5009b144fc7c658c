// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <array>
#include <cmath>

namespace tp::ui {

namespace {

struct Token
{
    Colour role;
    QRgb light;
    QRgb dark;
};

// clang-format off
constexpr std::array<Token, size_t(Colour::Count)> Tokens{{
    {Colour::Bg,           0xffF3F4F7, 0xff0F1216},
    {Colour::Rail,         0xffFFFFFF, 0xff14181E},
    {Colour::Surface,      0xffFFFFFF, 0xff191E25},
    {Colour::Surface2,     0xffF7F8FA, 0xff212832},
    {Colour::Border,       0xffE2E5EB, 0xff2B333E},
    {Colour::BorderStrong, 0xff7E8797, 0xff6E7A8C},
    {Colour::Text,         0xff14181F, 0xffECEFF4},
    {Colour::Text2,        0xff525C6B, 0xffAAB4C3},
    {Colour::Text3,        0xff626C7B, 0xff8E99A9},
    {Colour::Primary,      0xff2451D6, 0xff86A5FF},
    {Colour::PrimaryHover, 0xff1F48BF, 0xff9AB5FF},
    {Colour::PrimaryDown,  0xff1A3C9E, 0xff7490E0},
    {Colour::OnPrimary,    0xffFFFFFF, 0xff0A1533},
    {Colour::PrimarySoft,  0xffE7EDFF, 0xff22305A},
    {Colour::Success,      0xff11703C, 0xff6FD79A},
    {Colour::SuccessSoft,  0xffDFF5E7, 0xff16372A},
    {Colour::Warn,         0xff8A5200, 0xffF2BF63},
    {Colour::WarnSoft,     0xffFFF1D6, 0xff3B2D12},
    {Colour::Danger,       0xffB3261E, 0xffFF9A92},
    {Colour::DangerSoft,   0xffFDE7E5, 0xff43201F},
    {Colour::Focus,        0xff2451D6, 0xffA9BFFF},
    {Colour::Scroll,       0xffC6CCD6, 0xff3B4553},
}};

struct TintToken
{
    QRgb lightGround;
    QRgb lightInk;
    QRgb darkGround;
    QRgb darkInk;
};

constexpr std::array<TintToken, TintCount> Tints{{
    {0xffF3E7DC, 0xff7A4A1F, 0xff33271D, 0xffE3B48A}, // coffee
    {0xffFBEBCB, 0xff7E5608, 0xff352B15, 0xffF0C878}, // bakery
    {0xffE3F3DE, 0xff2F6320, 0xff1E3119, 0xffA4D893}, // food
    {0xffFBE3EC, 0xff8E2450, 0xff3A1D29, 0xffF4A3C3}, // sweets
    {0xffE9E6FA, 0xff4B3AA6, 0xff27224A, 0xffBDB2F7}, // retail
    {0xffDDF0FA, 0xff0E5A80, 0xff152E3B, 0xff86CDF2}, // cold drinks
}};
// clang-format on

constexpr bool tokensStandInOrder()
{
    for (size_t place = 0; place < Tokens.size(); ++place) {
        if (size_t(Tokens[place].role) != place)
            return false;
    }
    return true;
}
static_assert(tokensStandInOrder());

double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

QColor colour(Scheme scheme, Colour role)
{
    const Token &token = Tokens.at(size_t(role));
    return QColor::fromRgb(scheme == Scheme::Dark ? token.dark : token.light);
}

Tint tint(Scheme scheme, int place)
{
    const TintToken &token = Tints.at(size_t(((place % TintCount) + TintCount) % TintCount));
    if (scheme == Scheme::Dark)
        return {QColor::fromRgb(token.darkGround), QColor::fromRgb(token.darkInk)};
    return {QColor::fromRgb(token.lightGround), QColor::fromRgb(token.lightInk)};
}

double contrast(const QColor &first, const QColor &second)
{
    const double one = luminance(first);
    const double two = luminance(second);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

} // namespace tp::ui
