// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/fieldrules.h"

namespace tp::contract {

// What is said of sales in more than one body.

inline constexpr Text NoteText{0, 500, Text::Kind::Lines};
inline constexpr Text AddressText{0, 1000, Text::Kind::Lines};
inline constexpr Text MailText{0, 254, Text::Kind::Line};
inline constexpr Text NumberText{1, 40, Text::Kind::Code};
inline constexpr Text GatewayText{1, 40, Text::Kind::Code};
inline constexpr Text TokenText{1, 255, Text::Kind::Code};
inline constexpr Text ReferenceText{0, 100, Text::Kind::Line};

inline constexpr char LineNoteMeans[] = "For people: without sugar";
inline constexpr char MethodMeans[] = "What is paid with";
inline constexpr char GatewayMeans[] = "Who takes the money; the method's usual one, left out";
inline constexpr char TokenMeans[] = "What the gateway knows the card by; never a card number";
inline constexpr char ReferenceMeans[] = "What the terminal printed";
inline constexpr char ChannelMeans[] = "Where the order comes from";
inline constexpr char RegisterMeans[] = "Where it is sold; a pos order without one is T1's";
inline constexpr char CustomerMeans[] = "Whose it is; null is nobody in particular";
inline constexpr char UserEmailMeans[] = "Where news of it go to";
inline constexpr char AddressMeans[] = "Where it goes to";
inline constexpr char DescriptionForPeopleMeans[] = "For people";

} // namespace tp::contract
