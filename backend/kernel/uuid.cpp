// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/kernel/uuid.h"

#include <algorithm>

namespace tp {

namespace {

constexpr std::size_t UuidLength = 36;
constexpr char HexDigits[] = "0123456789abcdef";

constexpr bool isHyphenAt(std::size_t position)
{
    return position == 8 || position == 13 || position == 18 || position == 23;
}

/// -1 for anything that is no hexadecimal digit.
constexpr int hexValue(char32_t character)
{
    if (character >= U'0' && character <= U'9')
        return int(character - U'0');
    if (character >= U'a' && character <= U'f')
        return int(character - U'a') + 10;
    if (character >= U'A' && character <= U'F')
        return int(character - U'A') + 10;
    return -1;
}

template <typename CharacterAt>
std::optional<std::array<quint8, 16>> bytesOf(std::size_t length, CharacterAt characterAt)
{
    if (length != UuidLength)
        return std::nullopt;
    std::array<quint8, 16> bytes{};
    std::size_t digit = 0;
    for (std::size_t i = 0; i < UuidLength; ++i) {
        const char32_t character = characterAt(i);
        if (isHyphenAt(i)) {
            if (character != U'-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(character);
        if (value < 0)
            return std::nullopt;
        quint8 &byte = bytes[digit / 2];
        byte = quint8((byte << 4) | value);
        ++digit;
    }
    return bytes;
}

} // namespace

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    const auto bytes = bytesOf(text.size(), [text](std::size_t i) {
        return char32_t(static_cast<unsigned char>(text[i]));
    });
    if (!bytes)
        return std::nullopt;
    Uuid uuid;
    uuid.m_bytes = *bytes;
    return uuid;
}

std::optional<Uuid> Uuid::parse(QStringView text)
{
    const auto bytes = bytesOf(std::size_t(text.size()), [text](std::size_t i) {
        return char32_t(text[qsizetype(i)].unicode());
    });
    if (!bytes)
        return std::nullopt;
    Uuid uuid;
    uuid.m_bytes = *bytes;
    return uuid;
}

Uuid Uuid::v7(qint64 unixMs, Random &random)
{
    Q_ASSERT(unixMs >= 0);
    Q_ASSERT(unixMs < (qint64(1) << 48));

    Uuid uuid;
    random.fill(std::span(uuid.m_bytes).subspan(6));
    for (std::size_t i = 0; i < 6; ++i)
        uuid.m_bytes[i] = quint8(unixMs >> (8 * (5 - i)));
    uuid.m_bytes[6] = quint8(0x70 | (uuid.m_bytes[6] & 0x0f)); // Version 7.
    uuid.m_bytes[8] = quint8(0x80 | (uuid.m_bytes[8] & 0x3f)); // The variant of RFC 9562.
    return uuid;
}

qint64 Uuid::unixMs() const
{
    qint64 ms = 0;
    for (std::size_t i = 0; i < 6; ++i)
        ms = ms << 8 | m_bytes[i];
    return ms;
}

bool Uuid::isNil() const
{
    return std::all_of(m_bytes.begin(), m_bytes.end(), [](quint8 byte) { return byte == 0; });
}

std::string Uuid::toString() const
{
    // A sale writes some hundred of them.
    std::string text(UuidLength, '-');
    char *place = text.data();
    for (std::size_t i = 0; i < m_bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++place;
        *place++ = HexDigits[m_bytes[i] >> 4];
        *place++ = HexDigits[m_bytes[i] & 0x0f];
    }
    return text;
}

QString Uuid::toQString() const
{
    const std::string text = toString();
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace tp
