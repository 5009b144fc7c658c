// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/httpdate.h"

#include <algorithm>
#include <cstdio>

namespace tp::http {

namespace {

// Not strftime's: those follow the locale.
constexpr std::array DayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array MonthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

} // namespace

std::string_view HttpDate::now()
{
    return at(std::time(nullptr));
}

std::string_view HttpDate::at(std::time_t second)
{
    if (second != m_second) {
        std::tm time{};
        gmtime_r(&second, &time);
        const int size = std::snprintf(
            m_text.data(), m_text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
            DayNames[std::size_t(time.tm_wday)], time.tm_mday, MonthNames[std::size_t(time.tm_mon)],
            time.tm_year + 1900, time.tm_hour, time.tm_min, time.tm_sec);
        m_size = std::size_t(std::clamp(size, 0, int(m_text.size()) - 1));
        m_second = second;
    }
    return {m_text.data(), m_size};
}

} // namespace tp::http
