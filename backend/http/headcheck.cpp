// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/headcheck.h"

#include "backend/http/ascii.h"

#include <array>
#include <optional>

namespace tp::http {

namespace {

using MaybeRefusal = std::optional<Refusal>;

/// Above it no limit of a route can be: such a length is too large whatever it says.
constexpr std::size_t ContentLengthDigitsMax = 18;

struct NamedMethod
{
    std::string_view name;
    Method method;
};
constexpr std::array NamedMethods{
    NamedMethod{"GET", Method::Get},         NamedMethod{"HEAD", Method::Head},
    NamedMethod{"POST", Method::Post},       NamedMethod{"PUT", Method::Put},
    NamedMethod{"PATCH", Method::Patch},     NamedMethod{"DELETE", Method::Delete},
    NamedMethod{"OPTIONS", Method::Options},
};

/// What the fields say, before it is judged as a whole.
struct Fields
{
    int count = 0;
    std::optional<std::string_view> host;
    std::optional<std::string_view> contentLength;
    std::optional<std::string_view> transferEncoding;
};

/// The text up to the next `separator`, which is taken away with it; all of it if there is none.
std::string_view takeUntil(std::string_view &text, std::string_view separator)
{
    const std::size_t at = text.find(separator);
    const std::string_view piece = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + separator.size());
    return piece;
}

bool isToken(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isTokenCharacter);
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

MaybeRefusal checkVersion(std::string_view version, HeadFacts &facts)
{
    if (version == "HTTP/1.1" || version == "HTTP/1.0") {
        facts.isHttp11 = version == "HTTP/1.1";
        return {};
    }
    const bool isVersion = version.size() == 8 && version.starts_with("HTTP/") &&
                           isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    if (isVersion)
        return Refusal{505, "Only HTTP/1.0 and HTTP/1.1 are spoken here"};
    return Refusal{400, "The request line does not end in an HTTP version"};
}

MaybeRefusal checkRequestLine(std::string_view line, HeadFacts &facts)
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || first == last)
        return Refusal{400, "The request line is not method, target and version"};
    const std::string_view method = line.substr(0, first);
    facts.target = line.substr(first + 1, last - first - 1);
    if (!isToken(method))
        return Refusal{400, "The method is not a token"};
    if (facts.target.empty() || facts.target.find(' ') != std::string_view::npos)
        return Refusal{400, "The request line is not method, target and version"};
    if (const auto refusal = checkVersion(line.substr(last + 1), facts))
        return refusal;
    for (const NamedMethod &named : NamedMethods) {
        if (named.name == method) {
            facts.method = named.method;
            return {};
        }
    }
    return Refusal{501, "The method is not known here"};
}

/// Absolute form (RFC 9112 3.2.2) becomes origin form. The rule says that its authority replaces
/// Host; we want both to agree, so that nobody on the way can have read another host.
MaybeRefusal checkTarget(HeadFacts &facts, std::optional<std::string_view> host)
{
    std::string_view &target = facts.target;
    if (target.find('#') != std::string_view::npos)
        return Refusal{400, "The target holds a fragment"};
    if (target.starts_with('/'))
        return {};
    if (target == "*") {
        if (facts.method == Method::Options)
            return {};
        return Refusal{400, "Only OPTIONS may ask for *"};
    }
    const std::size_t scheme = target.find("://");
    const std::string_view name = target.substr(0, scheme);
    if (scheme == std::string_view::npos ||
        !(isSameIgnoringCase(name, "http") || isSameIgnoringCase(name, "https")))
        return Refusal{400, "The target is not a path"};
    const std::string_view rest = target.substr(scheme + 3);
    const std::size_t path = rest.find_first_of("/?");
    if (host && !isSameIgnoringCase(rest.substr(0, path), *host))
        return Refusal{400, "The target and the Host field name different hosts"};
    if (!isValidHost(rest.substr(0, path)))
        return Refusal{400, "The target names no valid host"};
    if (path == std::string_view::npos) {
        target = facts.method == Method::Options ? "*" : "/";
        return {};
    }
    if (rest[path] == '?')
        return Refusal{400, "The target has no path"};
    target = rest.substr(path);
    return {};
}

MaybeRefusal takeOnce(std::optional<std::string_view> &slot, std::string_view value,
                      std::string_view detail)
{
    if (slot)
        return Refusal{400, detail};
    slot = value;
    return {};
}

MaybeRefusal checkExpectation(std::string_view value, HeadFacts &facts)
{
    if (!facts.isHttp11)
        return {}; // RFC 9110 10.1.1: from such a client it is ignored.
    if (!isSameIgnoringCase(value, "100-continue"))
        return Refusal{417, "Only the expectation 100-continue is known here"};
    facts.wantsContinue = true;
    return {};
}

MaybeRefusal checkField(std::string_view line, Fields &fields, HeadFacts &facts)
{
    if (line.front() == ' ' || line.front() == '\t')
        return Refusal{400, "A header field is folded over several lines"};
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return Refusal{400, "A header line has no colon"};
    const std::string_view name = line.substr(0, colon);
    if (name.empty())
        return Refusal{400, "A header field has no name"};
    if (name.back() == ' ' || name.back() == '\t')
        return Refusal{400, "A space stands before the colon of a header field"};
    if (!isToken(name))
        return Refusal{400, "The name of a header field holds a character that is not allowed"};

    const std::string_view value = trimmed(line.substr(colon + 1));
    if (isSameIgnoringCase(name, "Host"))
        return takeOnce(fields.host, value, "Host is there twice");
    if (isSameIgnoringCase(name, "Content-Length"))
        return takeOnce(fields.contentLength, value, "Content-Length is there twice");
    if (isSameIgnoringCase(name, "Transfer-Encoding"))
        return takeOnce(fields.transferEncoding, value, "Transfer-Encoding is there twice");
    if (isSameIgnoringCase(name, "Expect"))
        return checkExpectation(value, facts);
    if (isSameIgnoringCase(name, "Connection")) {
        std::string_view options = value;
        while (!options.empty()) {
            if (isSameIgnoringCase(trimmed(takeUntil(options, ",")), "close"))
                facts.wantsClose = true;
        }
    }
    return {};
}

MaybeRefusal checkFraming(const Fields &fields, HeadFacts &facts)
{
    if (fields.contentLength && fields.transferEncoding)
        return Refusal{400, "Content-Length and Transfer-Encoding exclude each other"};
    if (fields.transferEncoding) {
        if (!facts.isHttp11)
            return Refusal{400, "HTTP/1.0 knows no Transfer-Encoding"};
        if (!isSameIgnoringCase(*fields.transferEncoding, "chunked"))
            return Refusal{400, "The only transfer coding known here is chunked"};
        facts.isChunked = true;
    }
    if (!fields.contentLength)
        return {};
    if (!isNumber(*fields.contentLength))
        return Refusal{400, "Content-Length is not a number"};
    if (fields.contentLength->size() > ContentLengthDigitsMax)
        return Refusal{413, "The body is too large"};
    for (const char c : *fields.contentLength)
        facts.contentLength = facts.contentLength * 10 + quint64(c - '0');
    return {};
}

MaybeRefusal checkHost(const Fields &fields, const HeadFacts &facts)
{
    if (!fields.host && facts.isHttp11)
        return Refusal{400, "The Host field is missing"};
    if (fields.host && !isValidHost(*fields.host))
        return Refusal{400, "The Host field names no valid host"};
    return {};
}

bool isIpv6Literal(std::string_view text)
{
    return text.size() >= 2 && text.find(':') != std::string_view::npos &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
}

bool isPort(std::string_view text)
{
    if (text.size() > 5 || (!text.empty() && !isNumber(text)))
        return false;
    int port = 0;
    for (const char c : text)
        port = port * 10 + (c - '0');
    return port <= 65535;
}

} // namespace

bool isValidHost(std::string_view host)
{
    if (host.starts_with('[')) {
        const std::size_t close = host.find(']');
        if (close == std::string_view::npos || !isIpv6Literal(host.substr(1, close - 1)))
            return false;
        const std::string_view rest = host.substr(close + 1);
        return rest.empty() || (rest.front() == ':' && isPort(rest.substr(1)));
    }
    const std::string_view name = takeUntil(host, ":");
    const auto isNameCharacter = [](char c) {
        return isDigit(c) || isLetter(c) || c == '-' || c == '.' || c == '_' || c == '~';
    };
    return !name.empty() && name.size() <= 255 &&
           std::all_of(name.begin(), name.end(), isNameCharacter) && isPort(host);
}

std::variant<HeadFacts, Refusal> checkHead(std::string_view head, const ServerLimits &limits)
{
    HeadFacts facts;
    Fields fields;
    if (const auto refusal = checkRequestLine(takeUntil(head, "\r\n"), facts))
        return *refusal;
    for (;;) {
        const std::string_view line = takeUntil(head, "\r\n");
        if (line.empty())
            break;
        if (std::size_t(++fields.count) > limits.fieldsMax)
            return Refusal{431, "There are too many header fields"};
        if (const auto refusal = checkField(line, fields, facts))
            return *refusal;
    }
    if (const auto refusal = checkFraming(fields, facts))
        return *refusal;
    if (const auto refusal = checkHost(fields, facts))
        return *refusal;
    if (const auto refusal = checkTarget(facts, fields.host))
        return *refusal;
    return facts;
}

} // namespace tp::http
