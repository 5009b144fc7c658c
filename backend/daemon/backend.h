// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/daemon/serve.h"
#include "backend/kernel/result.h"

#include <QList>
#include <QUrl>

#include <functional>
#include <memory>
#include <string>

namespace tp::daemon {

/// The composition root: constructs everything that serves, in the order in which one needs the
/// other, and ends it in the reverse. Lives on the main thread.
class Backend
{
public:
    /// Opens the database, migrates it, and makes the routes; listens to nobody yet. Errors are
    /// one plain sentence for the person who started it.
    static Result<std::unique_ptr<Backend>> create(const ServeOptions &options);
    ~Backend();

    /// Begins to serve; the addresses with the ports that were given.
    Result<QList<QUrl>> start();

    /// Takes no more requests, lets running ones finish, closes the database, then calls `done`.
    void stop(std::function<void()> done);

    /// Empty where the shop has an admin.
    const std::string &setupCode() const;

private:
    struct Parts;
    explicit Backend(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace tp::daemon
