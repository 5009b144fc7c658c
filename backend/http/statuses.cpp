// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/statuses.h"

#include <array>

namespace tp::http {
namespace {

struct CodeStatus
{
    ErrorCode code;
    int status;
};

// clang-format off
constexpr CodeStatus CodeStatuses[] = {
    {ErrorCode::MalformedJson,           400},
    {ErrorCode::BadRequest,              400},
    {ErrorCode::BadQuery,                400},
    {ErrorCode::BadCursor,               400},
    {ErrorCode::BadId,                   400},
    {ErrorCode::IdempotencyKeyRequired,  400},
    {ErrorCode::IdempotencyKeyInvalid,   400},
    {ErrorCode::Unauthorized,            401},
    {ErrorCode::InvalidCredentials,      401},
    {ErrorCode::TotpRequired,            401},
    {ErrorCode::Forbidden,               403},
    {ErrorCode::RegistrationClosed,      403},
    {ErrorCode::PinLocked,               403},
    {ErrorCode::SetupCodeWrong,          403},
    {ErrorCode::NotFound,                404},
    {ErrorCode::MethodNotAllowed,        405},
    {ErrorCode::NotAcceptable,           406},
    {ErrorCode::RequestTimeout,          408},
    {ErrorCode::Conflict,                409},
    {ErrorCode::IdTaken,                 409},
    {ErrorCode::SkuTaken,                409},
    {ErrorCode::BarcodeTaken,            409},
    {ErrorCode::CategoryInUse,           409},
    {ErrorCode::LocationInUse,           409},
    {ErrorCode::EmailTaken,              409},
    {ErrorCode::CodeTaken,               409},
    {ErrorCode::LastAdmin,               409},
    {ErrorCode::AlreadySetUp,            409},
    {ErrorCode::TotpActive,              409},
    {ErrorCode::PriceChanged,            409},
    {ErrorCode::NumberTaken,             409},
    {ErrorCode::IllegalTransition,       409},
    {ErrorCode::IdempotencyInProgress,   409},
    {ErrorCode::StaleVersion,            412},
    {ErrorCode::BodyTooLarge,            413},
    {ErrorCode::UriTooLong,              414},
    {ErrorCode::UnsupportedMediaType,    415},
    {ErrorCode::UnsupportedImage,        415},
    {ErrorCode::InvalidBody,             422},
    {ErrorCode::UnknownMember,           422},
    {ErrorCode::DuplicateKey,            422},
    {ErrorCode::ReadOnly,                422},
    {ErrorCode::Required,                422},
    {ErrorCode::WrongType,               422},
    {ErrorCode::TooShort,                422},
    {ErrorCode::TooLong,                 422},
    {ErrorCode::OutOfRange,              422},
    {ErrorCode::InvalidValue,            422},
    {ErrorCode::InvalidText,             422},
    {ErrorCode::TooManyItems,            422},
    {ErrorCode::DuplicateItem,           422},
    {ErrorCode::UnknownReference,        422},
    {ErrorCode::CurrencyMismatch,        422},
    {ErrorCode::CategoryCycle,           422},
    {ErrorCode::OutOfStock,              422},
    {ErrorCode::MethodNotConfigured,     422},
    {ErrorCode::GatewayNotConfigured,    422},
    {ErrorCode::RefundExceedsCaptured,   422},
    {ErrorCode::IdempotencyKeyReused,    422},
    {ErrorCode::WeakPassword,            422},
    {ErrorCode::WrongCode,               422},
    {ErrorCode::UpgradeRequired,         426},
    {ErrorCode::TooManyRequests,         429},
    {ErrorCode::HeadersTooLarge,         431},
    {ErrorCode::Internal,                500},
    {ErrorCode::NotImplemented,          501},
    {ErrorCode::Unavailable,             503},
    {ErrorCode::HttpVersionNotSupported, 505},
};
// clang-format on

constexpr std::size_t CodeCount = std::size_t(ErrorCode::Count);

/// By code; 0 where the table above has none.
constexpr std::array<int, CodeCount> statusesByCode()
{
    std::array<int, CodeCount> statuses{};
    for (const CodeStatus &row : CodeStatuses)
        statuses[std::size_t(row.code)] = row.status;
    return statuses;
}

constexpr bool hasEveryCode()
{
    for (const int status : statusesByCode()) {
        if (status == 0)
            return false;
    }
    return std::size(CodeStatuses) == CodeCount;
}

static_assert(hasEveryCode(), "every ErrorCode has one status");

} // namespace

int statusOf(ErrorCode code)
{
    static constexpr auto Statuses = statusesByCode();
    return Statuses[std::size_t(code)];
}

} // namespace tp::http
