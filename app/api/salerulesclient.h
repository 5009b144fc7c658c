// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/salerules.h"

#include <QByteArray>

namespace tp::api {

class HttpClient;

/// What the till prices by, as a backend serves it over HTTP, and from a file as it was served last
/// while there is none. The client must outlive it.
class SaleRulesClient final : public ui::SaleRulesPort
{
public:
    /// `path`: of that file, which need not be there.
    SaleRulesClient(HttpClient &http, const QString &path) : m_http(http), m_path(path) {}

    /// Unauthorized and Forbidden are the server's word, whatever was kept; another error only
    /// where nothing was.
    void loadRules(QObject *context, RulesReply reply) override;

private:
    HttpClient &m_http;
    QString m_path;
};

} // namespace tp::api
