// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/connection.h"
#include "backend/storage/database.h"

#include <memory>

namespace tp::storage {

/// Snapshots over a connection of either kind. Belongs to the thread that made it.
class ConnectionReadSession final : public ReadSession
{
public:
    explicit ConnectionReadSession(std::unique_ptr<Connection> connection);

    Result<void> read(const std::function<void(Snapshot &)> &work) override;

private:
    Result<void> begin();

    std::unique_ptr<Connection> m_connection;
};

} // namespace tp::storage
