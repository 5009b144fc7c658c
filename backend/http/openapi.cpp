// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/openapi.h"

#include "backend/contract/eventobjects.h"
#include "backend/contract/problem.h"
#include "backend/contract/wirenames.h"
#include "backend/http/router.h"
#include "backend/http/statuses.h"

#include <map>
#include <set>

namespace tp::http {
namespace {

using contract::JsonWriter;
using contract::Schemas;

/// Every code that a route may refuse with, by status.
using CodesByStatus = std::map<int, std::vector<ErrorCode>>;

std::string lowerMethod(Method method)
{
    std::string name(nameOf(method));
    for (char &c : name)
        c = char(c - 'A' + 'a');
    return name;
}

/// "get_api_products_id" of GET /api/products/{id}.
std::string operationIdOf(const Route &route)
{
    std::string id = lowerMethod(route.method);
    for (const char c : route.pattern) {
        if (c == '/' || c == '-' || c == '.')
            id += '_';
        else if (c != '{' && c != '}')
            id += c;
    }
    return id;
}

std::vector<std::string> pathPartsOf(const Route &route)
{
    std::vector<std::string> names;
    std::size_t begin = route.pattern.find('{');
    while (begin != std::string::npos) {
        const std::size_t end = route.pattern.find('}', begin);
        names.push_back(route.pattern.substr(begin + 1, end - begin - 1));
        begin = route.pattern.find('{', end);
    }
    return names;
}

bool takesCondition(const Route &route)
{
    return route.method == Method::Put ||
           (route.method == Method::Delete && !pathPartsOf(route).empty());
}

void addBodyCodes(const Route &route, std::vector<ErrorCode> &codes)
{
    codes.insert(codes.end(), {ErrorCode::BodyTooLarge, ErrorCode::UnsupportedMediaType});
    if (route.bodyObject)
        codes.insert(codes.end(), {ErrorCode::MalformedJson, ErrorCode::InvalidBody});
}

CodesByStatus codesOf(const Route &route)
{
    std::vector<ErrorCode> codes{ErrorCode::BadRequest, ErrorCode::BadQuery, ErrorCode::Internal};
    if (route.access != Route::Access::Anyone)
        codes.insert(codes.end(), {ErrorCode::Unauthorized, ErrorCode::Forbidden});
    if (!pathPartsOf(route).empty())
        codes.insert(codes.end(), {ErrorCode::BadId, ErrorCode::NotFound});
    if (route.takesBody())
        addBodyCodes(route, codes);
    if (route.lane != Route::Lane::Plain)
        codes.push_back(ErrorCode::Unavailable);
    if (route.takesKey())
        codes.insert(codes.end(),
                     {ErrorCode::IdempotencyKeyInvalid, ErrorCode::IdempotencyKeyReused,
                      ErrorCode::IdempotencyInProgress});
    if (route.keyRule == Route::KeyRule::Required)
        codes.push_back(ErrorCode::IdempotencyKeyRequired);
    if (takesCondition(route))
        codes.push_back(ErrorCode::StaleVersion);
    codes.insert(codes.end(), route.problems.begin(), route.problems.end());

    CodesByStatus byStatus;
    for (const ErrorCode code : codes) {
        auto &list = byStatus[statusOf(code)];
        if (std::find(list.begin(), list.end(), code) == list.end())
            list.push_back(code);
    }
    return byStatus;
}

void writeParamSchema(JsonWriter &json, const Param &param)
{
    json.key("schema").beginObject();
    switch (param.kind) {
    case Param::Kind::Text:
        json.key("type").string("string").key("maxLength").integer(param.max);
        break;
    case Param::Kind::Integer:
        json.key("type").string("integer").key("minimum").integer(param.min);
        json.key("maximum").integer(param.max);
        break;
    case Param::Kind::Boolean:
        json.key("type").string("boolean");
        break;
    case Param::Kind::Id:
        json.key("type").string("string").key("format").string("uuid");
        break;
    case Param::Kind::Choice:
        json.key("type").string("string").key("enum").beginArray();
        for (const QString &choice : param.choices)
            json.string(choice);
        json.endArray();
        break;
    }
    json.endObject();
}

void writeParameter(JsonWriter &json, std::string_view where, const Param &param, bool isRequired)
{
    json.beginObject().key("name").string(param.name).key("in").string(where);
    json.key("required").boolean(isRequired).key("description").string(param.description);
    writeParamSchema(json, param);
    json.endObject();
}

void writeParameters(JsonWriter &json, const Route &route)
{
    using namespace Qt::StringLiterals;
    json.key("parameters").beginArray();
    for (const std::string &part : pathPartsOf(route)) {
        const auto &texts = route.textPathParts;
        const bool isText = std::find(texts.begin(), texts.end(), part) != texts.end();
        writeParameter(json, "path", isText ? Param::text(part, {}) : Param::id(part, {}), true);
    }
    for (const Param &param : route.params)
        writeParameter(json, "query", param, false);
    if (route.takesKey())
        writeParameter(json, "header",
                       Param::text("Idempotency-Key",
                                   u"The same key with the same body has one effect and one "
                                   "answer, for 7 days"_s,
                                   255),
                       route.keyRule == Route::KeyRule::Required);
    if (route.outcome)
        writeParameter(json, "header",
                       Param::text("Prefer",
                                   u"wait=N: waits up to N seconds for the outcome (RFC 7240), 10 "
                                   "at most, 5 where it is left out; then the answer is 202"_s),
                       false);
    if (takesCondition(route))
        writeParameter(json, "header",
                       Param::text("If-Match", u"The ETag that the change is based on"_s), false);
    json.endArray();
}

void writeRequestBody(JsonWriter &json, const Route &route, Schemas &schemas)
{
    if (!route.takesBody())
        return;
    json.key("requestBody").beginObject().key("required").boolean(true);
    json.key("content").beginObject();
    if (route.bodyObject) {
        json.key("application/json").beginObject().key("schema");
        schemas.reference(json, *route.bodyObject);
        json.endObject();
    }
    for (const std::string &type : route.bodyTypes) {
        json.key(type).beginObject().key("schema").beginObject();
        json.key("type").string("string").key("contentMediaType").string(type);
        json.endObject().endObject();
    }
    json.endObject().endObject();
}

void writeProblemContent(JsonWriter &json, Schemas &schemas)
{
    json.key(contract::ProblemType).beginObject().key("schema");
    schemas.reference(json, contract::Problem::object());
    json.endObject();
}

/// `mayRefuse`: a status that is an answer of the route's own and a refusal too, as a 503 of
/// /health/ready.
void writeReply(JsonWriter &json, const Route::Reply &reply, bool mayRefuse, Schemas &schemas)
{
    json.key(std::to_string(reply.status)).beginObject();
    json.key("description").string(reply.object ? reply.object->description() : "Done");
    if (!reply.contentTypes.empty()) {
        json.key("content").beginObject();
        for (const std::string &type : reply.contentTypes) {
            json.key(type).beginObject();
            if (reply.object) {
                json.key("schema");
                schemas.reference(json, *reply.object);
            }
            json.endObject();
        }
        if (mayRefuse)
            writeProblemContent(json, schemas);
        json.endObject();
    }
    json.endObject();
}

void writeResponses(JsonWriter &json, const Route &route, Schemas &schemas)
{
    CodesByStatus refusals = codesOf(route);
    json.key("responses").beginObject();
    for (const Route::Reply &reply : route.replies) {
        writeReply(json, reply, refusals.contains(reply.status), schemas);
        refusals.erase(reply.status);
    }
    const bool isReading = route.lane == Route::Lane::QuickRead || route.lane == Route::Lane::Read;
    if (route.method == Method::Get && isReading)
        json.key("304").beginObject().key("description").string("Not changed").endObject();
    for (const auto &[status, codes] : refusals) {
        std::string names;
        for (const ErrorCode code : codes)
            names += (names.empty() ? "" : ", ") + std::string(contract::wireName(code));
        json.key(std::to_string(status)).beginObject();
        json.key("description").string("Refused: " + names);
        json.key("content").beginObject();
        writeProblemContent(json, schemas);
        json.endObject().endObject();
    }
    json.endObject();
}

void writeOperation(JsonWriter &json, const Route &route, Schemas &schemas)
{
    json.key(lowerMethod(route.method)).beginObject();
    json.key("operationId").string(operationIdOf(route));
    json.key("summary").string(route.summary);
    if (!route.description.isEmpty())
        json.key("description").string(route.description);
    json.key("tags").beginArray().string(route.tag).endArray();
    json.key("security").beginArray();
    const bool isOpen =
        route.access == Route::Access::Anyone || route.access == Route::Access::Loopback;
    if (isOpen)
        json.beginObject().endObject();
    if (route.access == Route::Access::Till)
        json.beginObject().key("till").beginArray().endArray().endObject();
    else if (route.access != Route::Access::Anyone)
        json.beginObject().key("bearer").beginArray().endArray().endObject();
    json.endArray();
    if (route.permission)
        json.key("x-permission").string(contract::wireName(*route.permission));
    writeParameters(json, route);
    writeRequestBody(json, route, schemas);
    writeResponses(json, route, schemas);
    json.endObject();
}

void writePaths(JsonWriter &json, const Router &router, Schemas &schemas)
{
    std::map<std::string_view, std::vector<const Route *>> byPath;
    for (const auto &route : router.routes())
        byPath[route->pattern].push_back(route.get());
    json.key("paths").beginObject();
    for (const auto &[path, routes] : byPath) {
        json.key(path).beginObject();
        for (const Route *route : routes)
            writeOperation(json, *route, schemas);
        json.endObject();
    }
    json.endObject();
}

void writeTags(JsonWriter &json, const Router &router)
{
    std::set<QString> tags;
    for (const auto &route : router.routes())
        tags.insert(route->tag);
    json.key("tags").beginArray();
    for (const QString &tag : tags)
        json.beginObject().key("name").string(tag).endObject();
    json.endArray();
}

/// What the page of the contract explains: every code, its status and its title.
void writeErrorCodes(JsonWriter &json)
{
    json.key("x-error-codes").beginObject();
    for (int i = 0; i < int(ErrorCode::Count); ++i) {
        const auto code = ErrorCode(i);
        json.key(contract::wireName(code)).beginObject();
        json.key("status").integer(statusOf(code));
        json.key("title").string(contract::titleOf(code)).endObject();
    }
    json.endObject();
}

/// What GET /events tells: every type, and what its data is.
void writeEvents(JsonWriter &json, Schemas &schemas)
{
    json.key("x-events").beginObject();
    for (int i = 0; i < int(contract::EventType::Count); ++i) {
        const auto type = contract::EventType(i);
        json.key(contract::wireName(type));
        schemas.reference(json, contract::eventDataObject(type));
    }
    json.endObject();
}

} // namespace

std::string openApiOf(const Router &router, const QString &version)
{
    std::string out;
    JsonWriter json(out);
    Schemas schemas;
    json.beginObject().key("openapi").string("3.1.0");
    json.key("info").beginObject().key("title").string("Tradepost");
    json.key("version").string(version);
    json.key("description").string("The backend of a shop: what clients may rely on.");
    json.key("license").beginObject().key("name").string("Apache-2.0");
    json.key("identifier").string("Apache-2.0").endObject().endObject();
    json.key("servers").beginArray().beginObject().key("url").string("/").endObject().endArray();
    writeTags(json, router);
    writePaths(json, router, schemas);
    writeEvents(json, schemas);
    json.key("components").beginObject().key("securitySchemes").beginObject();
    json.key("bearer").beginObject().key("type").string("http").key("scheme").string("bearer");
    json.endObject();
    json.key("till").beginObject().key("type").string("apiKey").key("in").string("header");
    json.key("name").string("X-Till-Secret").endObject();
    json.endObject().key("schemas");
    schemas.write(json);
    json.endObject();
    writeErrorCodes(json);
    json.endObject();
    return out;
}

} // namespace tp::http
