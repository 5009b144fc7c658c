// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/contract/object.h"

#include <string_view>

namespace tp::test {

/// Whether an answer is written as it was read, byte for byte, and read again as the same value.
template <typename T>
bool comesBack(std::string_view text)
{
    const auto read = T::object().parse(text);
    if (!read || T::object().toJson(*read) != text)
        return false;
    const auto again = T::object().parse(T::object().toJson(*read));
    return again && *again == *read;
}

} // namespace tp::test
