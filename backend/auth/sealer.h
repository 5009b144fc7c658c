// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tp::auth {

/// Keeps secrets that must be read again (private keys, second factors) unreadable without the
/// shop's key file: XChaCha20-Poly1305. `what` is bound to the text, so that one sealed secret
/// cannot stand in the place of another. A value; any thread may use it.
class Sealer
{
public:
    static constexpr std::size_t KeyBytes = 32;
    using Key = std::array<quint8, KeyBytes>;

    explicit Sealer(const Key &key) : m_key(key) {}

    std::string seal(std::string_view secret, std::string_view what, Random &random) const;

    /// Nothing when it was sealed with another key, as something else, or was changed.
    std::optional<std::string> open(std::string_view sealed, std::string_view what) const;

    /// A key for something else, by which nobody finds this one.
    std::string keyFor(std::string_view purpose) const;

private:
    Key m_key;
};

} // namespace tp::auth
