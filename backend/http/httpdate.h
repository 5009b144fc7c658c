// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <ctime>
#include <string_view>

namespace tp::http {

/// The Date field's value (RFC 9110 5.6.7), made once a second. Each I/O thread has its own.
class HttpDate
{
public:
    /// Valid until the next call.
    std::string_view now();
    std::string_view at(std::time_t second);

private:
    std::time_t m_second = -1;
    std::array<char, 64> m_text{};
    std::size_t m_size = 0;
};

} // namespace tp::http
