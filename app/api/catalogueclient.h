// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/catalogueport.h"

namespace tp::api {

class HttpClient;

/// The catalogue as a backend serves it over HTTP. The client must outlive it.
class CatalogueClient final : public ui::CataloguePort
{
public:
    explicit CatalogueClient(HttpClient &http) : m_http(http) {}

    void loadCategories(QObject *context, CategoriesReply reply) override;
    void loadProducts(const ui::ProductQuery &query, QObject *context,
                      ProductsReply reply) override;

private:
    struct Gathering;

    static void askForCategories(HttpClient &http, QObject *context,
                                 const std::shared_ptr<Gathering> &gathering);

    HttpClient &m_http;
};

} // namespace tp::api
