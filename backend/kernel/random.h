// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <span>

namespace tp {

/// Where chance comes from. Real adapters give bytes that nobody can guess; tests give a seed's.
class Random
{
public:
    virtual ~Random() = default;

    virtual void fill(std::span<quint8> bytes) = 0;
};

} // namespace tp
