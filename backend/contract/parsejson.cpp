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

    /// `sent` and `parsed` are of one length; numbers are spelled as they were sent.
    TreeBuilder(int valuesMax, std::string_view sent, std::string_view parsed)
        : m_valuesLeft(valuesMax)
        , m_sent(sent.data())
        , m_parsed(parsed.data())
    {}

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

    // Comes only when the text is cut off: the whole of it is there from the beginning.
    bool on_number_part(json::string_view, json::error_code &) { return true; }

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
        m_text.assign(m_sent + (part.data() - m_parsed), part.size());
        return addText(JsonValue::Type::Number, error);
    }

    /// Most objects are small: comparing each with each costs less than sorting.
    static bool areSurelyUnique(const std::vector<JsonValue::Member> &members)
    {
        constexpr std::size_t FewMax = 24;
        if (members.size() > FewMax)
            return false;
        for (std::size_t i = 1; i < members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (members[i].first == members[j].first)
                    return false;
            }
        }
        return true;
    }

    /// Called when the innermost open object is complete.
    void noteDuplicates()
    {
        const std::vector<JsonValue::Member> &members = m_open.back()->members;
        if (areSurelyUnique(members))
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
    std::string m_text; ///< Of a string or name that comes in parts.
    QList<FieldError> m_duplicates;
    int m_valuesLeft;
    const char *m_sent;
    const char *m_parsed;
};

using Parser = json::basic_parser<TreeBuilder>;

/// The parser holds an exponent in 32 bits and refuses what does not fit, though it is JSON. Such
/// exponents become zeros of the same length: their value is not looked at.
std::string withoutHugeExponents(std::string_view text)
{
    constexpr std::size_t DigitsMax = 9;
    std::string tamed(text);
    bool isInString = false;
    for (std::size_t i = 0; i < tamed.size(); ++i) {
        if (tamed[i] == '\\' && isInString) {
            ++i;
        } else if (tamed[i] == '"') {
            isInString = !isInString;
        } else if (!isInString && (tamed[i] == 'e' || tamed[i] == 'E')) {
            const std::size_t first = tamed.find_first_not_of("+-", i + 1);
            const std::size_t last =
                std::min(tamed.find_first_not_of("0123456789", first), tamed.size());
            if (first < last && last - first > DigitsMax)
                std::fill(tamed.begin() + std::ptrdiff_t(first),
                          tamed.begin() + std::ptrdiff_t(last), '0');
        }
    }
    return tamed;
}

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
    if (error == json::error::illegal_leading_surrogate ||
        error == json::error::illegal_trailing_surrogate ||
        error == json::error::expected_utf16_escape)
        return QStringLiteral("A surrogate escape stands without its other half");
    return QStringLiteral("This is not JSON in UTF-8");
}

struct Tree
{
    JsonValue root;
    QList<FieldError> duplicates;
    bool hasHugeExponent = false; ///< Then there is nothing else.
};

Result<Tree> parseTree(std::string_view sent, std::string_view text, JsonLimits limits)
{
    json::parse_options options;
    options.max_depth = std::size_t(limits.depthMax);
    Parser parser(options, limits.valuesMax, sent, text);
    json::error_code error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (error == json::error::exponent_overflow && sent.data() == text.data())
        return Tree{{}, {}, true};
    if (!error && read < text.size())
        error = json::error::extra_data;
    if (error) {
        return malformed(QStringLiteral("%1 (at byte %2)")
                             .arg(reasonFor(error, limits), QString::number(read + 1)));
    }
    return Tree{parser.handler().takeRoot(), parser.handler().takeDuplicates(), false};
}

} // namespace

Result<JsonValue> parseJson(std::string_view text, JsonLimits limits)
{
    if (text.empty())
        return malformed(QStringLiteral("The body is empty; JSON is wanted"));
    if (text.starts_with(ByteOrderMark))
        return malformed(QStringLiteral("The JSON text begins with a byte order mark"));

    TP_TRY(Tree tree, parseTree(text, text, limits));
    if (tree.hasHugeExponent) {
        const std::string tamed = withoutHugeExponents(text);
        TP_TRY(tree, parseTree(text, tamed, limits));
    }
    if (!tree.duplicates.isEmpty()) {
        return Error{ErrorCode::InvalidBody, QStringLiteral("A name stands twice in one object"),
                     std::move(tree.duplicates)};
    }
    return std::move(tree.root);
}

} // namespace tp::contract
