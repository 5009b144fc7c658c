// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/callreader.h"

#include "backend/http/percent.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;

namespace tp::http {
namespace {

/// "application/json; charset=utf-8" without its parameters, in lower case.
std::string mediaTypeOf(std::string_view field)
{
    field = field.substr(0, field.find(';'));
    while (!field.empty() && (field.back() == ' ' || field.back() == '\t'))
        field.remove_suffix(1);
    std::string type(field);
    for (char &c : type)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return type;
}

bool isTextPart(const Route &route, const std::string &name)
{
    return std::find(route.textPathParts.begin(), route.textPathParts.end(), name) !=
           route.textPathParts.end();
}

QString named(const std::string &name, const QString &complaint)
{
    return QString::fromStdString(name) + u' ' + complaint;
}

/// What is wrong with one pair of the query; nothing when the route knows it and it fits.
std::optional<QString> complaintAbout(const Route &route, const Call::Pairs &all,
                                      const std::pair<std::string, std::string> &pair)
{
    const auto param =
        std::find_if(route.params.begin(), route.params.end(),
                     [&](const Param &candidate) { return candidate.name == pair.first; });
    if (param == route.params.end())
        return named(pair.first, u"is not a parameter of this route"_s);
    const auto times = std::count_if(all.begin(), all.end(),
                                     [&](const auto &other) { return other.first == pair.first; });
    if (times > 1)
        return named(pair.first, u"is given more than once"_s);
    if (const auto complaint = param->complaint(pair.second))
        return named(pair.first, *complaint);
    return std::nullopt;
}

/// HMAC (RFC 2104) of SHA-256.
std::string hexHashWith(const std::string &key, const std::string &bytes)
{
    return QMessageAuthenticationCode::hash(QByteArray::fromStdString(bytes),
                                            QByteArray::fromStdString(key),
                                            QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

std::string hexHash(std::string_view bytes)
{
    return QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())),
                                    QCryptographicHash::Sha256)
        .toHex()
        .toStdString();
}

} // namespace

Result<void> CallReader::readAddress(Call &call, const Route &route, Call::Pairs pathParts)
{
    for (const auto &[name, value] : pathParts) {
        if (!isTextPart(route, name) && !Uuid::parse(value))
            return Error{ErrorCode::BadId, named(name, u"in the path is not a UUID"_s), {}};
    }
    call.m_path = std::move(pathParts);

    auto query = parseQuery(call.m_request.query);
    if (!query)
        return Error{ErrorCode::BadQuery, u"the query is not percent-encoded UTF-8"_s, {}};
    QStringList complaints;
    for (const auto &pair : *query) {
        const auto complaint = complaintAbout(route, *query, pair);
        if (complaint && !complaints.contains(*complaint))
            complaints += *complaint;
    }
    if (!complaints.isEmpty())
        return Error{ErrorCode::BadQuery, complaints.join(u"; "), {}};
    call.m_query = std::move(*query);
    return {};
}

Result<void> CallReader::checkMediaType(const RequestHead &head, const Route &route)
{
    const std::string *field = head.header("content-type");
    const std::string type = field ? mediaTypeOf(*field) : std::string();
    if (route.bodyObject) {
        if (type == "application/json")
            return {};
        return Error{ErrorCode::UnsupportedMediaType, u"the body must be application/json"_s, {}};
    }
    const auto &types = route.bodyTypes;
    if (types.empty() || std::find(types.begin(), types.end(), type) != types.end())
        return {};
    QStringList accepted;
    for (const std::string &one : types)
        accepted += QString::fromStdString(one);
    return Error{ErrorCode::UnsupportedMediaType,
                 u"the body must be one of %1"_s.arg(accepted.join(u", ")),
                 {}};
}

Result<AnyBody> CallReader::readBody(Call &call, const Route &route, const std::string &secretKey)
{
    if (!route.takesBody()) {
        if (!call.body().empty())
            return Error{ErrorCode::BadRequest, u"this route takes no body"_s, {}};
        call.m_bodyHash = hexHash({});
        return AnyBody();
    }
    TP_CHECK(checkMediaType(call.m_request, route));
    if (!route.bodyObject) {
        call.m_bodyHash = hexHash(call.body());
        return AnyBody();
    }
    TP_TRY(const contract::JsonValue json, contract::parseJson(call.body()));
    TP_TRY(AnyBody body, route.readBody(json));
    std::string canonical;
    canonical.reserve(call.body().size());
    json.writeCanonical(canonical);
    call.m_bodyHash = route.hasSecretBody ? hexHashWith(secretKey, canonical) : hexHash(canonical);
    return body;
}

} // namespace tp::http
