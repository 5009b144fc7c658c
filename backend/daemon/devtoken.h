// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/authenticator.h"
#include "backend/kernel/random.h"

#include <string>

namespace tp::daemon {

/// Until there is sign-in: one token, made anew at each start, that may do everything. Without
/// `serve --dev-token` there is none, and nothing else grants anything.
class DevToken final : public http::Authenticator
{
public:
    DevToken() = default; ///< Grants nothing.
    explicit DevToken(Random &random);

    const std::string &token() const { return m_token; }

    Verdict check(std::string_view token) const override;
    void admit(const std::string &token, Admitted done) override;
    Result<void> mayWrite() const override { return {}; }

private:
    std::string m_token;
};

} // namespace tp::daemon
