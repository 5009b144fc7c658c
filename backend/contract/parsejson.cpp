// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/jsonvalue.h"
#include "backend/contract/reading.h"

#include <boost/json/src.hpp>

#include <algorithm>

namespace tp::contract {

namespace {

namespace json = boost::json;

constexpr qsizetype DuplicatesMax = 1000;
constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

/// Builds the tree from the parser's events. A container that is open is the last thing in its
/// parent, so pointers to the open ones stay good. The largest sizes are the parser's own business:
/// the text is bounded before it comes here.
class TreeBuilder
{
public:
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);

    explicit TreeBuilder(int valuesMax) : m_valuesLeft(valuesMax) {}

    JsonValue takeRoot() { return std::move(m_root); }
    QList<FieldError> takeDuplicates() { return std::move(m_duplicates); }

    bool on_document_begin(json::error_code &) { return true; }
    bool on_document_end(json::error_code &) { return true; }

    bool on_array_begin(json::error_code &error) { return open(JsonValue::Type::Array, error); }
    bool on_object_begin(json::error_code &error) { return open(JsonValue::Type::Object, error); }

    bool on_array_end(std::size_t, json::error_code &)
    {
        m_open.pop_back();
        return true;
    }

    bool on_object_end(std::size_t, json::error_code &)
    {
        noteDuplicates();
        m_open.pop_back();
        return true;
    }

    bool on_key_part(json::string_view part, std::size_t, json::error_code &)
    {
        m_text.append(part.data(), part.size());
        return true;
    }

    bool on_key(json::string_view part, std::size_t, json::error_code &)
    {
        m_text.append(part.data(), part.size());
        m_open.back()->members.emplace_back(std::move(m_text), JsonValue());
        m_text.clear();
        return true;
    }

    bool on_string_part(json::string_view part, std::size_t, json::error_code &)
    {
        m_text.append(part.data(), part.size());
        return true;
    }

    bool on_string(json::string_view part, std::size_t, json::error_code &error)
    {
        m_text.append(part.data(), part.size());
        return addText(JsonValue::Type::String, error);
    }

    bool on_number_part(json::string_view part, json::error_code &)
    {
        m_text.append(part.data(), part.size());
        return true;
    }

    // What the parser makes of a number is of no interest: only its spelling is kept.
    bool on_int64(std::int64_t, json::string_view part, json::error_code &error)
    {
        return addNumber(part, error);
    }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code &error)
    {
        return addNumber(part, error);
    }
    bool on_double(double, json::string_view part, json::error_code &error)
    {
        return addNumber(part, error);
    }

    bool on_bool(bool value, json::error_code &error)
    {
        JsonValue *added = add(JsonValue::Type::Boolean, error);
        if (added)
            added->boolean = value;
        return added != nullptr;
    }

    bool on_null(json::error_code &error) { return add(JsonValue::Type::Null, error) != nullptr; }

    bool on_comment_part(json::string_view, json::error_code &) { return true; }
    bool on_comment(json::string_view, json::error_code &) { return true; }

private:
    JsonValue *add(JsonValue::Type type, json::error_code &error)
    {
        if (--m_valuesLeft < 0) {
            error = json::error::array_too_large;
            return nullptr;
        }
        JsonValue *added = &m_root;
        if (!m_open.empty()) {
            JsonValue &parent = *m_open.back();
            added = parent.type == JsonValue::Type::Array ? &parent.items.emplace_back()
                                                          : &parent.members.back().second;
        }
        added->type = type;
        return added;
    }

    bool open(JsonValue::Type type, json::error_code &error)
    {
        JsonValue *added = add(type, error);
        if (added)
            m_open.push_back(added);
        return added != nullptr;
    }

    bool addText(JsonValue::Type type, json::error_code &error)
    {
        JsonValue *added = add(type, error);
        if (added)
            added->text = std::move(m_text);
        m_text.clear();
        return added != nullptr;
    }

    bool addNumber(json::string_view part, json::error_code &error)
    {
        m_text.append(part.data(), part.size());
        return addText(JsonValue::Type::Number, error);
    }

    /// Called when the innermost open object is complete.
    void noteDuplicates()
    {
        const std::vector<JsonValue::Member> &members = m_open.back()->members;
        if (members.size() < 2)
            return;
        std::vector<std::string_view> names;
        names.reserve(members.size());
        for (const auto &member : members)
            names.emplace_back(member.first);
        std::sort(names.begin(), names.end());
        for (std::size_t i = 1; i < names.size(); ++i) {
            const bool isSecond = names[i] == names[i - 1] && (i < 2 || names[i] != names[i - 2]);
            if (isSecond && m_duplicates.size() < DuplicatesMax)
                m_duplicates.append({pointerHere() + pointerToken(names[i]),
                                     ErrorCode::DuplicateKey,
                                     QStringLiteral("This name stands twice in one object")});
        }
    }

    QString pointerHere() const
    {
        QString pointer;
        for (std::size_t i = 0; i + 1 < m_open.size(); ++i) {
            const JsonValue &parent = *m_open[i];
            if (parent.type == JsonValue::Type::Array)
                pointer += u'/' + QString::number(parent.items.size() - 1);
            else
                pointer += pointerToken(parent.members.back().first);
        }
        return pointer;
    }

    JsonValue m_root;
    std::vector<JsonValue *> m_open;
    std::string m_text; ///< Of a string, name or number that comes in parts.
    QList<FieldError> m_duplicates;
    int m_valuesLeft;
};

Error malformed(const QString &why)
{
    return Error{ErrorCode::MalformedJson, why, {}};
}

QString reasonFor(json::error_code error, JsonLimits limits)
{
    if (error == json::error::incomplete)
        return QStringLiteral("The JSON text is cut off");
    if (error == json::error::extra_data)
        return QStringLiteral("Something follows the JSON text");
    if (error == json::error::too_deep)
        return QStringLiteral("The JSON text is nested deeper than %1").arg(limits.depthMax);
    if (error == json::error::array_too_large)
        return QStringLiteral("The JSON text has more than %1 values").arg(limits.valuesMax);
    if (error == json::error::exponent_overflow)
        return QStringLiteral("The exponent of a number is too large");
    if (error == json::error::illegal_leading_surrogate ||
        error == json::error::illegal_trailing_surrogate ||
        error == json::error::expected_utf16_escape)
        return QStringLiteral("A surrogate escape stands without its other half");
    return QStringLiteral("This is not JSON in UTF-8");
}

} // namespace

Result<JsonValue> parseJson(std::string_view text, JsonLimits limits)
{
    if (text.empty())
        return malformed(QStringLiteral("The body is empty; JSON is wanted"));
    if (text.starts_with(ByteOrderMark))
        return malformed(QStringLiteral("The JSON text begins with a byte order mark"));

    json::parse_options options;
    options.max_depth = std::size_t(limits.depthMax);
    json::basic_parser<TreeBuilder> parser(options, limits.valuesMax);
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size())
        error = json::error::extra_data;
    if (error) {
        return malformed(QStringLiteral("%1 (at byte %2)")
                             .arg(reasonFor(error, limits), QString::number(read + 1)));
    }

    QList<FieldError> duplicates = parser.handler().takeDuplicates();
    if (!duplicates.isEmpty()) {
        return Error{ErrorCode::InvalidBody, QStringLiteral("A name stands twice in one object"),
                     std::move(duplicates)};
    }
    return parser.handler().takeRoot();
}

} // namespace tp::contract
