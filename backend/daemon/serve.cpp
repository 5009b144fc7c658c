// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/serve.h"

#include "backend/contract/jsonwriter.h"
#include "backend/daemon/backend.h"
#include "backend/daemon/exitcodes.h"
#include "backend/daemon/stopsignals.h"

#include <QCoreApplication>

#include <cstdio>

namespace tp::daemon {
namespace {

void printLine(std::FILE *to, const std::string &line)
{
    std::fputs((line + '\n').c_str(), to);
    std::fflush(to);
}

int endedBy(const Error &error)
{
    printLine(stderr, "tradepostd: " + error.detail.toStdString());
    return exitCodeOf(error.code);
}

std::string readyLine(const QList<QUrl> &urls, const std::string &setupCode)
{
    std::string line;
    contract::JsonWriter json(line);
    json.beginObject().key("event").string("ready");
    json.key("url").string(urls.front().toString());
    json.key("pid").integer(QCoreApplication::applicationPid());
    json.key("urls").beginArray();
    for (const QUrl &url : urls)
        json.string(url.toString());
    json.endArray();
    if (!setupCode.empty())
        json.key("setup_code").string(setupCode);
    json.endObject();
    return line;
}

} // namespace

int runServe(const ServeOptions &options)
{
    auto created = Backend::create(options);
    if (!created)
        return endedBy(created.error());
    const std::unique_ptr<Backend> backend = std::move(created).value();

    bool isStopping = false;
    const StopSignals signalsOfEnd(options.withParent, [&] {
        if (!std::exchange(isStopping, true))
            backend->stop([] { QCoreApplication::exit(ExitOk); });
    });

    const auto urls = backend->start();
    if (!urls)
        return endedBy(urls.error());
    const std::string &setupCode = backend->setupCode();
    if (!setupCode.empty())
        printLine(stderr,
                  "tradepostd: nobody may sign in here yet; the code to set up the shop is " +
                      setupCode);
    // Only whoever started us reads that pipe.
    printLine(stdout, readyLine(urls.value(), options.withParent ? setupCode : std::string()));
    return QCoreApplication::exec();
}

} // namespace tp::daemon
