// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/fieldrules.h"

namespace tp::contract {

// What is said of people in more than one body. A password's own rules are auth's: here it is only
// kept from being endless, so that a sign-in with a wrong one is refused as such.

inline constexpr Text EmailText{3, 254, Text::Kind::Line};
inline constexpr Text FullNameText{0, 200, Text::Kind::Line};
inline constexpr Text LocaleText{0, 35, Text::Kind::Line};
inline constexpr Text PasswordText{0, 1024, Text::Kind::Any};
inline constexpr Text NewPasswordText{8, 256, Text::Kind::Any};
inline constexpr Text PinText{0, 64, Text::Kind::Line};
inline constexpr Text CodeText{0, 64, Text::Kind::Line};
inline constexpr Text SecretText{0, 512, Text::Kind::Line};

inline constexpr char EmailMeans[] = "In lower case; null: signs in with a PIN or elsewhere";
inline constexpr char FullNameMeans[] = "What people call them";
inline constexpr char RolesMeans[] = "What they are in the shop";
inline constexpr char LocaleMeans[] = "Their language (BCP 47); empty is the shop's";
inline constexpr char NewPasswordMeans[] =
    "8 to 256 characters of any kind, not among the most used, not the e-mail";

} // namespace tp::contract
