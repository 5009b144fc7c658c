// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <string_view>

namespace tp::http {

/// Whether an If-None-Match field (RFC 9110 13.1.2) names `etag`: the weak comparison, or '*'.
bool namesEtag(std::string_view field, std::string_view etag);

/// Whether an If-Match field (RFC 9110 13.1.1) names `version`. An ETag of ours is the version,
/// then perhaps '-' and what else its representation shows (stock); a condition on a write is
/// about the version alone. '*' names any.
bool namesVersion(std::string_view field, qint64 version);

} // namespace tp::http
