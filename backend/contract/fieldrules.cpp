// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/fieldrules.h"

#include <charconv>

namespace tp::contract {

namespace {

constexpr std::string_view QuantityPattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]{1,3})?$";

qsizetype countCodePoints(std::string_view utf8)
{
    qsizetype count = 0;
    for (const char byte : utf8)
        count += (byte & 0xC0) != 0x80 ? 1 : 0;
    return count;
}

/// C0 and DEL, and C1, which UTF-8 spells C2 80 to C2 9F.
bool isAllowed(std::string_view utf8, std::size_t at, Text::Kind kind)
{
    const auto byte = uchar(utf8[at]);
    if (kind == Text::Kind::Code)
        return byte > 0x20 && byte < 0x7F;
    if (byte == '\n' || byte == '\r' || byte == '\t')
        return kind == Text::Kind::Lines;
    if (byte == 0xC2)
        return uchar(utf8[at + 1]) > 0x9F;
    return byte >= 0x20 && byte != 0x7F;
}

bool areAllowed(std::string_view utf8, Text::Kind kind)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        if (!isAllowed(utf8, i, kind))
            return false;
    }
    return true;
}

void failType(const Reading &at, const char *wanted)
{
    at.fail(ErrorCode::WrongType, QStringLiteral("This is to be %1").arg(QLatin1String(wanted)));
}

bool isSpelledWhole(std::string_view spelling)
{
    return spelling.find_first_of(".eE") == std::string_view::npos;
}

void readCurrency(const JsonValue *json, const Reading &at, std::optional<Currency> &out)
{
    if (!json) {
        at.fail(ErrorCode::Required, QStringLiteral("The currency is missing"));
        return;
    }
    std::string_view code;
    if (!readName(*json, at, code))
        return;
    out = Currency::fromCode(code);
    if (!out) {
        at.fail(ErrorCode::InvalidValue,
                QStringLiteral("A currency is an ISO 4217 code in capitals, as EUR"));
    }
}

} // namespace

void Text::read(const JsonValue &json, const Reading &at, QString &out) const
{
    if (json.type != JsonValue::Type::String) {
        failType(at, "text");
        return;
    }
    if (kind != Kind::Any && !areAllowed(json.text, kind)) {
        at.fail(ErrorCode::InvalidText,
                kind == Kind::Code
                    ? QStringLiteral("Only printable ASCII characters without spaces are allowed")
                    : QStringLiteral("Control characters are not allowed"));
        return;
    }
    const qsizetype count = countCodePoints(json.text);
    if (count > codePointsMax) {
        at.fail(ErrorCode::TooLong,
                QStringLiteral("At most %1 characters are allowed").arg(codePointsMax));
        return;
    }
    QString text = QString::fromUtf8(json.text.data(), qsizetype(json.text.size()));
    if (count < codePointsMin || (codePointsMin > 0 && QStringView(text).trimmed().isEmpty())) {
        at.fail(ErrorCode::TooShort,
                codePointsMin == 1
                    ? QStringLiteral("This must not be empty")
                    : QStringLiteral("At least %1 characters are needed").arg(codePointsMin));
        return;
    }
    out = std::move(text);
}

void Text::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("string");
    if (kind == Kind::Any)
        return;
    if (codePointsMin > 0)
        place.json.key("minLength").integer(codePointsMin);
    place.json.key("maxLength").integer(codePointsMax);
    if (kind == Kind::Code)
        place.json.key("pattern").string("^[!-~]*$");
    else if (codePointsMin > 0)
        place.json.key("pattern").string("\\S");
}

void Integer::read(const JsonValue &json, const Reading &at, qint64 &out) const
{
    if (json.type != JsonValue::Type::Number || !isSpelledWhole(json.text)) {
        failType(at, "an integer, written without fraction and exponent");
        return;
    }
    qint64 value = 0;
    const char *const end = json.text.data() + json.text.size();
    const auto result = std::from_chars(json.text.data(), end, value);
    if (result.ec != std::errc() || value < min || value > max) {
        at.fail(ErrorCode::OutOfRange, QStringLiteral("Allowed is %1 to %2").arg(min).arg(max));
        return;
    }
    out = value;
}

void Integer::read(const JsonValue &json, const Reading &at, int &out) const
{
    qint64 value = out;
    Integer{std::max<qint64>(min, std::numeric_limits<int>::min()),
            std::min<qint64>(max, std::numeric_limits<int>::max())}
        .read(json, at, value);
    out = int(value);
}

void Integer::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("integer").key("minimum").integer(min);
    place.json.key("maximum").integer(max);
}

void Flag::read(const JsonValue &json, const Reading &at, bool &out) const
{
    if (json.type == JsonValue::Type::Boolean)
        out = json.boolean;
    else
        failType(at, "true or false");
}

void Flag::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("boolean");
}

void Amount::read(const JsonValue &json, const Reading &at, std::optional<Money> &out) const
{
    if (json.type != JsonValue::Type::Object) {
        failType(at, "an object with amount and currency");
        return;
    }
    const qsizetype before = at.failures();
    for (const auto &member : json.members) {
        if (member.first != "amount" && member.first != "currency") {
            at.member(member.first)
                .fail(ErrorCode::UnknownMember, QStringLiteral("Money has no such member"));
        }
    }
    qint64 minor = 0;
    if (const JsonValue *amount = json.find("amount"))
        Integer{minorMin, minorMax}.read(*amount, at.member("amount"), minor);
    else
        at.member("amount").fail(ErrorCode::Required, QStringLiteral("The amount is missing"));
    std::optional<Currency> currency;
    readCurrency(json.find("currency"), at.member("currency"), currency);
    if (!currency || at.failures() != before)
        return;
    if (const Result<Money> money = Money::fromMinor(minor, *currency); money)
        out = *money;
    else
        at.member("amount").fail(money.error().code, money.error().detail);
}

void Amount::writeMembers(const SchemaPlace &place) const
{
    JsonWriter &json = place.json;
    json.key("type").string("object").key("properties").beginObject();
    json.key("amount").beginObject().key("type").string("integer");
    json.key("description").string("In the currency's minor unit: 1999 is 19.99 EUR");
    json.key("minimum").integer(minorMin).key("maximum").integer(minorMax).endObject();
    json.key("currency").beginObject().key("type").string("string");
    json.key("description").string("ISO 4217").key("pattern").string("^[A-Z]{3}$").endObject();
    json.endObject().key("required").beginArray().string("amount").string("currency").endArray();
    json.key("additionalProperties").boolean(false);
}

void Measure::read(const JsonValue &json, const Reading &at, Quantity &out) const
{
    if (json.type != JsonValue::Type::String && json.type != JsonValue::Type::Number) {
        failType(at, "a decimal, as text or as a number");
        return;
    }
    const Result<Quantity> quantity = Quantity::fromDecimal(std::string_view(json.text));
    if (!quantity) {
        at.fail(quantity.error().code,
                quantity.error().code == ErrorCode::OutOfRange
                    ? QStringLiteral("The quantity is out of range")
                    : QStringLiteral("A quantity is a decimal with at most 3 decimals, as 0.75"));
        return;
    }
    const qint64 thousandths = quantity->thousandths();
    const bool isIn = thousandths >= thousandthsMin && thousandths <= thousandthsMax;
    if (!isIn || (thousandths == 0 && !isZeroAllowed))
        at.fail(ErrorCode::OutOfRange, QStringLiteral("The quantity is out of range"));
    else
        out = *quantity;
}

void Measure::writeMembers(const SchemaPlace &place) const
{
    if (place.use == Use::Answer)
        place.json.key("type").string("string").key("pattern").string(QuantityPattern);
    else
        place.json.key("type").beginArray().string("string").string("number").endArray();
}

void Moment::read(const JsonValue &json, const Reading &at, Time &out) const
{
    std::string_view text;
    if (!readName(json, at, text))
        return;
    if (const auto time = Time::parse(text))
        out = *time;
    else
        at.fail(ErrorCode::InvalidValue,
                QStringLiteral("A time is RFC 3339, as 2026-11-22T10:59:55.123Z"));
}

void Moment::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("string").key("format").string("date-time");
}

void IdText::readUuid(const JsonValue &json, const Reading &at, Uuid &out) const
{
    std::string_view text;
    if (!readName(json, at, text))
        return;
    const auto uuid = Uuid::parse(text);
    if (uuid && !uuid->isNil())
        out = *uuid;
    else
        at.fail(ErrorCode::InvalidValue, QStringLiteral("An id is a UUID of 36 characters"));
}

void IdText::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("string").key("format").string("uuid");
}

void FreeObject::read(const JsonValue &json, const Reading &at, JsonValue &out) const
{
    if (json.type != JsonValue::Type::Object) {
        failType(at, "an object");
        return;
    }
    if (json.members.size() > std::size_t(membersMax)) {
        at.fail(ErrorCode::TooManyItems,
                QStringLiteral("At most %1 members are allowed").arg(membersMax));
        return;
    }
    std::string canonical;
    json.writeCanonical(canonical);
    if (canonical.size() > std::size_t(bytesMax))
        at.fail(ErrorCode::TooLong, QStringLiteral("At most %1 bytes are allowed").arg(bytesMax));
    else
        out = json;
}

void FreeObject::write(const JsonValue &value, JsonWriter &json) const
{
    std::string canonical;
    value.writeCanonical(canonical);
    json.raw(canonical);
}

void FreeObject::writeMembers(const SchemaPlace &place) const
{
    place.json.key("type").string("object").key("maxProperties").integer(membersMax);
    place.json.key("additionalProperties").boolean(true);
}

bool readName(const JsonValue &json, const Reading &at, std::string_view &out)
{
    if (json.type != JsonValue::Type::String) {
        failType(at, "text");
        return false;
    }
    out = json.text;
    return true;
}

void failUnknownName(const Reading &at, std::string_view allNames)
{
    at.fail(ErrorCode::InvalidValue,
            QStringLiteral("Allowed is one of: %1")
                .arg(QString::fromUtf8(allNames.data(), qsizetype(allNames.size()))));
}

bool readList(const JsonValue &json, const Reading &at, int itemsMin, int itemsMax)
{
    if (json.type != JsonValue::Type::Array) {
        failType(at, "a list");
        return false;
    }
    if (itemsMax > 0 && json.items.size() > std::size_t(itemsMax)) {
        at.fail(ErrorCode::TooManyItems,
                QStringLiteral("At most %1 items are allowed").arg(itemsMax));
        return false;
    }
    if (json.items.size() < std::size_t(itemsMin)) {
        at.fail(ErrorCode::TooShort, QStringLiteral("At least %1 items are needed").arg(itemsMin));
        return false;
    }
    return true;
}

} // namespace tp::contract
