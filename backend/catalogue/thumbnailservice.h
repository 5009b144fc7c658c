// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/catalogue/imagestore.h"
#include "backend/kernel/result.h"

#include <QByteArray>
#include <QSize>

#include <array>
#include <string>
#include <string_view>

namespace tp::catalogue {

/// A picture in one of the sizes of ThumbnailSizes.
struct Thumbnail
{
    QByteArray bytes; ///< JPEG, or PNG where something is transparent.
    QSize size;
};

/// What became of a picture that a client sent.
struct Thumbnails
{
    std::string hash; ///< Of what was sent, 32 hex digits.
    std::array<Thumbnail, ThumbnailSizes.size()> sizes;
};

/// Reads a picture of a stranger and draws it anew, so that nothing of its file is kept but what
/// one sees: PNG, JPEG, WebP (where Qt's plug-in is installed) or GIF (its first frame), at most
/// 40 megapixels. The type is what the bytes are, whatever their sender calls them. Takes tens of
/// milliseconds. UnsupportedImage says in a sentence what is wrong.
Result<Thumbnails> makeThumbnails(std::string_view picture);

/// The media type of a thumbnail, by its first bytes.
std::string_view mediaTypeOf(const QByteArray &thumbnail);

} // namespace tp::catalogue
