// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/issuerroutes.h"

#include "backend/contract/signin.h"
#include "backend/http/router.h"

using namespace Qt::StringLiterals;

namespace tp::auth {

void addIssuerRoutes(http::Router &router, const contract::IdentityIssuers &issuers)
{
    router.get("/api/auth/issuers")
        .summary(u"The issuers of OpenID Connect whose tokens are taken here"_s)
        .tag(u"Auth"_s)
        .open()
        .answers<contract::IdentityIssuers>(200)
        .answersWith([text = contract::IdentityIssuers::object().toJson(issuers)](
                         const http::Call &) -> Result<http::Answer> {
            return http::Answer::json(200, text);
        });
}

} // namespace tp::auth
