// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/random.h"

#include <QString>

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tp {

/// 128 bits that name a thing (RFC 9562). Ours are version 7, so that they sort by their time of
/// birth; those of clients may be of any version, but never nil.
class Uuid
{
public:
    Uuid() = default; ///< The nil one: names nothing.

    /// The 36-character form in any case, and nothing else: no braces, no missing hyphens.
    static std::optional<Uuid> parse(std::string_view text);
    static std::optional<Uuid> parse(QStringView text);

    /// A new version 7 id: 48 bits of `unixMs` (0 to 2^48 - 1), 74 random ones.
    static Uuid v7(qint64 unixMs, Random &random);

    bool isNil() const;

    /// When a version 7 id was born; of others it means nothing.
    qint64 unixMs() const;

    /// Lower case, with hyphens.
    std::string toString() const;
    QString toQString() const;

    friend auto operator<=>(const Uuid &, const Uuid &) = default;

private:
    std::array<quint8, 16> m_bytes{};
};

/// A Uuid that names one kind of thing, so that a product's cannot be taken for a category's.
template <typename Tag>
class Id
{
public:
    Id() = default;
    explicit Id(Uuid uuid) : m_uuid(uuid) {}

    static std::optional<Id> parse(std::string_view text)
    {
        const auto uuid = Uuid::parse(text);
        return uuid ? std::optional(Id(*uuid)) : std::nullopt;
    }

    Uuid uuid() const { return m_uuid; }
    bool isNil() const { return m_uuid.isNil(); }
    std::string toString() const { return m_uuid.toString(); }
    QString toQString() const { return m_uuid.toQString(); }

    friend auto operator<=>(const Id &, const Id &) = default;

private:
    Uuid m_uuid;
};

using ProductId = Id<struct ProductTag>;
using CategoryId = Id<struct CategoryTag>;
using LocationId = Id<struct LocationTag>;
using MovementId = Id<struct MovementTag>;
using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using RegisterId = Id<struct RegisterTag>;
using TillId = Id<struct TillTag>;
using OrderId = Id<struct OrderTag>;
using OrderLineId = Id<struct OrderLineTag>;
using PaymentId = Id<struct PaymentTag>;
using SagaId = Id<struct SagaTag>;
using CustomerId = Id<struct CustomerTag>;

} // namespace tp
