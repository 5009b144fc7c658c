// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"

#include <QByteArray>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tp::catalogue {

/// The sizes in which a picture is kept: the longer side, in pixels, at most.
inline constexpr std::array<int, 2> ThumbnailSizes{160, 640};

/// Where the pictures of products are, by the hash of what was sent. What is kept is never
/// changed, so the same hash is always the same picture. Any thread.
class ImageStore
{
public:
    virtual ~ImageStore() = default;

    /// On disk when it returns. Unavailable when that cannot be.
    virtual Result<void> keep(std::string_view hash, int size, const QByteArray &bytes) = 0;

    /// Nothing when there is no such picture.
    virtual Result<std::optional<QByteArray>> find(std::string_view hash, int size) = 0;
};

} // namespace tp::catalogue
