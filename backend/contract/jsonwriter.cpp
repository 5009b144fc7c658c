// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonwriter.h"

#include "backend/contract/time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace tp::contract {

namespace {

constexpr std::string_view Replacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr char HexDigits[] = "0123456789abcdef";
constexpr std::size_t EscapeMax = 6; // "\u001f"

/// What stands for an ASCII character behind the backslash: itself for plain ones (0 here), a
/// letter, or 'u' for four hexadecimal digits.
constexpr std::array<char, 128> Escapes = [] {
    std::array<char, 128> escapes{};
    for (std::size_t i = 0; i < 0x20; ++i)
        escapes[i] = 'u';
    escapes['\b'] = 'b';
    escapes['\f'] = 'f';
    escapes['\n'] = 'n';
    escapes['\r'] = 'r';
    escapes['\t'] = 't';
    escapes['"'] = '"';
    escapes['\\'] = '\\';
    return escapes;
}();

char *putEscape(char *to, uchar character)
{
    const char escape = Escapes[character];
    *to++ = '\\';
    *to++ = escape;
    if (escape == 'u') {
        *to++ = '0';
        *to++ = '0';
        *to++ = HexDigits[character >> 4];
        *to++ = HexDigits[character & 15];
    }
    return to;
}

/// Nothing in it has to be escaped or checked: looked at eight bytes at once. May say no to a text
/// that would be.
bool isPlain(std::string_view text)
{
    constexpr quint64 Ones = 0x0101010101010101;
    constexpr quint64 Tops = 0x8080808080808080;
    const auto hasZero = [](quint64 word) { return (word - Ones) & ~word; };
    const auto isWordPlain = [&](quint64 word) {
        const quint64 found = word | ((word - Ones * 0x20) & ~word) | hasZero(word ^ Ones * '"') |
                              hasZero(word ^ Ones * '\\');
        return (found & Tops) == 0;
    };
    quint64 word = 0;
    for (; text.size() >= sizeof word; text.remove_prefix(sizeof word)) {
        std::memcpy(&word, text.data(), sizeof word);
        if (!isWordPlain(word))
            return false;
    }
    word = Ones * ' ';
    std::copy(text.begin(), text.end(), reinterpret_cast<char *>(&word));
    return isWordPlain(word);
}

char *put(char *to, std::string_view text)
{
    return std::copy(text.begin(), text.end(), to); // Unlike memcpy it takes the empty view.
}

bool isContinuation(const uchar *at, const uchar *end)
{
    return at < end && (*at & 0xC0) == 0x80;
}

/// How many bytes the character at `at` has (it is not ASCII), or 0 if it is not UTF-8: RFC 3629,
/// so no overlong form, no surrogate, nothing above U+10FFFF.
std::ptrdiff_t sequenceLength(const uchar *at, const uchar *end)
{
    const uchar lead = *at;
    if (lead < 0xC2 || lead > 0xF4 || !isContinuation(at + 1, end))
        return 0;
    if (lead < 0xE0)
        return 2;
    const uchar second = at[1];
    if (!isContinuation(at + 2, end))
        return 0;
    if (lead < 0xF0) {
        const bool isBad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F);
        return isBad ? 0 : 3;
    }
    const bool isBad = (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return isBad || !isContinuation(at + 3, end) ? 0 : 4;
}

char *putCodePoint(char *to, char32_t point)
{
    if (point < 0x800) {
        *to++ = char(0xC0 | (point >> 6));
    } else {
        if (point < 0x10000) {
            *to++ = char(0xE0 | (point >> 12));
        } else {
            *to++ = char(0xF0 | (point >> 18));
            *to++ = char(0x80 | ((point >> 12) & 0x3F));
        }
        *to++ = char(0x80 | ((point >> 6) & 0x3F));
    }
    *to++ = char(0x80 | (point & 0x3F));
    return to;
}

} // namespace

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out.push_back(',');
    m_needsComma = true;
}

/// Makes room for a value of so many bytes behind a comma, if one is due. All is done in one step,
/// because a page has thousands of small values.
char *JsonWriter::room(std::size_t bytes)
{
    const std::size_t before = m_out.size();
    m_out.resize(before + bytes + (m_needsComma ? 1 : 0));
    char *to = m_out.data() + before;
    if (m_needsComma)
        *to++ = ',';
    m_needsComma = true;
    return to;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_out.push_back('{');
    m_needsComma = false;
    ++m_depth;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    Q_ASSERT(m_depth > 0);
    m_out.push_back('}');
    m_needsComma = true;
    --m_depth;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_out.push_back('[');
    m_needsComma = false;
    ++m_depth;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    Q_ASSERT(m_depth > 0);
    m_out.push_back(']');
    m_needsComma = true;
    --m_depth;
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    char *to = room(name.size() + 3);
    *to++ = '"';
    to = put(to, name);
    *to++ = '"';
    *to = ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view utf8)
{
    if (!isPlain(utf8))
        return checkedString(utf8);
    char *to = room(utf8.size() + 2);
    *to++ = '"';
    to = put(to, utf8);
    *to = '"';
    return *this;
}

JsonWriter &JsonWriter::checkedString(std::string_view utf8)
{
    separate();
    m_out.push_back('"');
    const auto *at = reinterpret_cast<const uchar *>(utf8.data());
    const uchar *const end = at + utf8.size();
    const uchar *run = at; // What is plain since here is copied in one go.
    const auto flush = [&] {
        m_out.append(reinterpret_cast<const char *>(run), std::size_t(at - run));
    };
    while (at < end) {
        if (*at < 0x80) {
            if (Escapes[*at] == 0) {
                ++at;
                continue;
            }
            flush();
            char escaped[EscapeMax];
            m_out.append(escaped, putEscape(escaped, *at));
            run = ++at;
        } else if (const std::ptrdiff_t length = sequenceLength(at, end); length > 0) {
            at += length;
        } else {
            flush();
            m_out.append(Replacement);
            run = ++at;
        }
    }
    flush();
    m_out.push_back('"');
    return *this;
}

JsonWriter &JsonWriter::string(QStringView text)
{
    separate();
    m_out.push_back('"');
    char buffer[256];
    char *to = buffer;
    const char16_t *at = text.utf16();
    const char16_t *const end = at + text.size();
    while (at < end) {
        if (to > buffer + sizeof buffer - EscapeMax) {
            m_out.append(buffer, to);
            to = buffer;
        }
        const char16_t unit = *at++;
        if (unit < 0x80) {
            if (Escapes[unit] == 0)
                *to++ = char(unit);
            else
                to = putEscape(to, uchar(unit));
        } else if (!QChar::isSurrogate(unit)) {
            to = putCodePoint(to, unit);
        } else if (QChar::isHighSurrogate(unit) && at < end && QChar::isLowSurrogate(*at)) {
            to = putCodePoint(to, QChar::surrogateToUcs4(unit, *at++));
        } else {
            to = putCodePoint(to, QChar::ReplacementCharacter);
        }
    }
    m_out.append(buffer, to);
    m_out.push_back('"');
    return *this;
}

JsonWriter &JsonWriter::integer(qint64 number)
{
    char digits[20];
    const char *const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    return raw({digits, std::size_t(end - digits)});
}

JsonWriter &JsonWriter::boolean(bool value)
{
    return raw(value ? std::string_view("true") : std::string_view("false"));
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(std::string_view json)
{
    put(room(json.size()), json);
    return *this;
}

JsonWriter &JsonWriter::money(qint64 minor, std::string_view currency)
{
    return beginObject().key("amount").integer(minor).key("currency").string(currency).endObject();
}

JsonWriter &JsonWriter::money(const Money &money)
{
    return this->money(money.minor(), money.currency().code());
}

JsonWriter &JsonWriter::quantity(qint64 thousandths)
{
    char text[24];
    char *to = text;
    *to++ = '"';
    if (thousandths < 0)
        *to++ = '-';
    const quint64 magnitude = thousandths < 0 ? 0 - quint64(thousandths) : quint64(thousandths);
    to = std::to_chars(to, text + sizeof text, magnitude / 1000).ptr;
    if (unsigned fraction = unsigned(magnitude % 1000); fraction != 0) {
        *to++ = '.';
        for (unsigned place = 100; fraction != 0; place /= 10) {
            *to++ = char('0' + fraction / place);
            fraction %= place;
        }
    }
    *to++ = '"';
    return raw({text, std::size_t(to - text)});
}

JsonWriter &JsonWriter::time(qint64 unixMs)
{
    char *const to = room(Time::TextSize + 2);
    to[0] = '"';
    Time::format(unixMs, to + 1);
    to[Time::TextSize + 1] = '"';
    return *this;
}

JsonWriter &JsonWriter::stringOrNull(std::string_view utf8, bool isNull)
{
    return isNull ? null() : string(utf8);
}

} // namespace tp::contract
