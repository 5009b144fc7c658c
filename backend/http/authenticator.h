// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/actor.h"
#include "backend/kernel/origin.h"
#include "backend/kernel/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <variant>

namespace tp::http {

/// Says whose a bearer token is. Any thread may ask.
class Authenticator
{
public:
    virtual ~Authenticator() = default;

    /// Memory does not say: the key is not known yet, or the person.
    struct Unsure
    {};
    using Verdict = std::variant<Actor, Error, Unsure>;

    /// Asked on the I/O threads for every guarded request, so it neither waits nor reads the
    /// database. Unauthorized when the token is nobody's.
    virtual Verdict check(std::string_view token) const = 0;

    /// Finds out what check() was unsure of; `origin` says who asks, without an actor. `done` is
    /// called once, on any thread, perhaps before this returns.
    using Admitted = std::function<void(Result<Actor>)>;
    virtual void admit(const std::string &token, const Origin &origin, Admitted done) = 0;

    /// Told once of each token that was answered Unauthorized, for those who keep a trail of them.
    /// Nobody waits for that.
    virtual void noteRefusal(std::string_view, const Origin &, const Error &) {}

    /// Unavailable while nobody knows which sessions were ended elsewhere: then nothing is changed.
    virtual Result<void> mayWrite() const = 0;
};

} // namespace tp::http
