// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/time.h"

#include <algorithm>

namespace tp::contract {

namespace {

constexpr qint64 MsPerDay = 86'400'000;

struct Date
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

// Howard Hinnant's "chrono-compatible low-level date algorithms": eras of 400 years that begin on
// the 1st of March, so that the leap day is the last of its year.
qint64 daysFromDate(Date date)
{
    const qint64 year = date.year - (date.month <= 2 ? 1 : 0);
    const qint64 era = (year >= 0 ? year : year - 399) / 400;
    const unsigned yearOfEra = unsigned(year - era * 400);
    const unsigned month = date.month > 2 ? date.month - 3 : date.month + 9;
    const unsigned dayOfYear = (153 * month + 2) / 5 + date.day - 1;
    const unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146'097 + qint64(dayOfEra) - 719'468;
}

Date dateFromDays(qint64 days)
{
    days += 719'468;
    const qint64 era = (days >= 0 ? days : days - 146'096) / 146'097;
    const unsigned dayOfEra = unsigned(days - era * 146'097);
    const unsigned yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const unsigned shifted = (5 * dayOfYear + 2) / 153;
    const unsigned month = shifted < 10 ? shifted + 3 : shifted - 9;
    const qint64 year = qint64(yearOfEra) + era * 400 + (month <= 2 ? 1 : 0);
    return {int(year), month, dayOfYear - (153 * shifted + 2) / 5 + 1};
}

unsigned daysInMonth(int year, unsigned month)
{
    constexpr unsigned char Days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && isLeap ? 29 : Days[month - 1];
}

void putDigits(char *to, unsigned value, int count)
{
    for (int i = count - 1; i >= 0; --i, value /= 10)
        to[i] = char('0' + value % 10);
}

/// Takes a text apart from its front. One failure is remembered to the end.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    unsigned digits(std::size_t count)
    {
        unsigned value = 0;
        for (std::size_t i = 0; i < count; ++i)
            value = value * 10 + digit();
        return value;
    }

    void expect(char wanted) { accept(std::string_view(&wanted, 1)); }

    /// One of these characters, which is returned.
    char accept(std::string_view wanted)
    {
        const bool isThere = !m_rest.empty() && wanted.find(m_rest.front()) != wanted.npos;
        m_failed = m_failed || !isThere;
        return isThere ? take() : '\0';
    }

    bool skip(char wanted)
    {
        const bool isThere = m_rest.starts_with(wanted);
        if (isThere)
            take();
        return isThere;
    }

    /// The digits behind the point, as milliseconds.
    int milliseconds()
    {
        int value = int(digit()) * 100;
        for (int place = 10; !m_rest.empty() && isDigit(m_rest.front()); place /= 10)
            value += int(digit()) * place;
        return value;
    }

    void refuseUnless(bool isFine) { m_failed = m_failed || !isFine; }
    bool isDone() const { return !m_failed && m_rest.empty(); }
    bool hasFailed() const { return m_failed; }

private:
    static bool isDigit(char character) { return character >= '0' && character <= '9'; }

    unsigned digit()
    {
        if (m_rest.empty() || !isDigit(m_rest.front())) {
            m_failed = true;
            return 0;
        }
        return unsigned(take() - '0');
    }

    char take()
    {
        const char first = m_rest.front();
        m_rest.remove_prefix(1);
        return first;
    }

    std::string_view m_rest;
    bool m_failed = false;
};

} // namespace

std::optional<Time> Time::parse(std::string_view text)
{
    Scanner scan(text);
    Date date;
    date.year = int(scan.digits(4));
    scan.expect('-');
    date.month = scan.digits(2);
    scan.expect('-');
    date.day = scan.digits(2);
    scan.refuseUnless(date.month >= 1 && date.month <= 12);
    if (scan.hasFailed() || date.day < 1 || date.day > daysInMonth(date.year, date.month))
        return std::nullopt;
    scan.accept("Tt");
    const unsigned hour = scan.digits(2);
    scan.expect(':');
    const unsigned minute = scan.digits(2);
    scan.expect(':');
    const unsigned second = scan.digits(2);
    const int milliseconds = scan.skip('.') ? scan.milliseconds() : 0;
    scan.refuseUnless(hour <= 23 && minute <= 59 && second <= 59);

    int offsetMinutes = 0;
    const char zone = scan.accept("Zz+-");
    if (zone == '+' || zone == '-') {
        const unsigned hours = scan.digits(2);
        scan.expect(':');
        const unsigned minutes = scan.digits(2);
        scan.refuseUnless(hours <= 23 && minutes <= 59);
        offsetMinutes = int(hours * 60 + minutes) * (zone == '-' ? -1 : 1);
    }
    if (!scan.isDone())
        return std::nullopt;
    const qint64 minutes = qint64(hour) * 60 + minute - offsetMinutes;
    const Time time{daysFromDate(date) * MsPerDay + (minutes * 60 + second) * 1000 + milliseconds};
    const bool isSpelled = time.unixMs >= UnixMsMin && time.unixMs <= UnixMsMax;
    return isSpelled ? std::optional(time) : std::nullopt;
}

void Time::format(qint64 unixMs, char *out)
{
    unixMs = std::clamp(unixMs, UnixMsMin, UnixMsMax);
    const qint64 days = (unixMs >= 0 ? unixMs : unixMs - (MsPerDay - 1)) / MsPerDay;
    const Date date = dateFromDays(days);
    const unsigned ms = unsigned(unixMs - days * MsPerDay);
    putDigits(out, unsigned(date.year), 4);
    out[4] = '-';
    putDigits(out + 5, date.month, 2);
    out[7] = '-';
    putDigits(out + 8, date.day, 2);
    out[10] = 'T';
    putDigits(out + 11, ms / 3'600'000, 2);
    out[13] = ':';
    putDigits(out + 14, ms / 60'000 % 60, 2);
    out[16] = ':';
    putDigits(out + 17, ms / 1000 % 60, 2);
    out[19] = '.';
    putDigits(out + 20, ms % 1000, 3);
    out[23] = 'Z';
}

} // namespace tp::contract
