// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/docsroutes.h"

#include "backend/http/router.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tp::daemon {
namespace {

using http::Answer;
using http::Call;

/// Its own scripts and styles, this backend to talk to, and nothing else.
constexpr auto DocsPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; "
                            "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
                            "form-action 'none'";

struct DocsFile
{
    const char *path;
    const char *file;
    const char *type;
};

constexpr DocsFile DocsFiles[] = {
    {"/docs", ":/docs/index.html", "text/html; charset=utf-8"},
    {"/docs/docs.js", ":/docs/docs.js", "text/javascript; charset=utf-8"},
    {"/docs/docs.css", ":/docs/docs.css", "text/css; charset=utf-8"},
};

Result<Answer> docsFile(const DocsFile &docs)
{
    QFile file(QString::fromLatin1(docs.file));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Internal, file.fileName() + u" is not in the program"_s, {}};
    Answer answer = Answer::bytes(docs.type, file.readAll().toStdString());
    answer.csp = DocsPolicy;
    answer.cacheControl = "no-cache";
    return answer;
}

} // namespace

void addDocsRoutes(http::Router &router, std::function<std::string()> openApi)
{
    router.get("/openapi.json")
        .summary(u"This contract, as OpenAPI 3.1"_s)
        .tag(u"Operations"_s)
        .open()
        .answersBytes({"application/json"})
        .answersWith([openApi = std::move(openApi)](const Call &) -> Result<Answer> {
            return Answer::json(200, openApi());
        });

    for (const DocsFile &docs : DocsFiles) {
        router.get(docs.path)
            .summary(u"A page that shows the contract and lets one try it"_s)
            .tag(u"Operations"_s)
            .open()
            .answersBytes({docs.type})
            .answersWith([docs](const Call &) { return docsFile(docs); });
    }
}

} // namespace tp::daemon
