// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp {

/// Every way in which an operation can fail, as the contract names it. The wire spelling stands in
/// contract/wirenames, the HTTP status in http/statuses; add a code to both.
enum class ErrorCode {
    // The request cannot be read.
    MalformedJson,
    BadRequest,
    BadQuery,
    BadCursor,
    BadId,
    IdempotencyKeyRequired,
    IdempotencyKeyInvalid,
    // Who asks, and what they may.
    Unauthorized,
    InvalidCredentials,
    TotpRequired,
    Forbidden,
    RegistrationClosed,
    PinLocked,
    SetupCodeWrong,
    // The thing asked for.
    NotFound,
    MethodNotAllowed,
    NotAcceptable,
    BodyTooLarge,
    UnsupportedMediaType,
    UriTooLong,
    HeadersTooLarge,
    RequestTimeout,
    UpgradeRequired,
    NotImplemented,
    HttpVersionNotSupported,
    // It disagrees with what is.
    Conflict,
    IdTaken,
    SkuTaken,
    BarcodeTaken,
    CategoryInUse,
    LocationInUse,
    EmailTaken,
    CodeTaken,
    LastAdmin,
    AlreadySetUp,
    TotpActive,
    PriceChanged,
    NumberTaken,
    IllegalTransition,
    IdempotencyInProgress,
    StaleVersion,
    // Well formed, but not valid. These also name single fields.
    InvalidBody,
    UnknownMember,
    DuplicateKey,
    ReadOnly,
    Required,
    WrongType,
    TooShort,
    TooLong,
    OutOfRange,
    InvalidValue,
    InvalidText,
    TooManyItems,
    DuplicateItem,
    UnknownReference,
    CurrencyMismatch,
    CategoryCycle,
    OutOfStock,
    MethodNotConfigured,
    GatewayNotConfigured,
    RefundExceedsCaptured,
    IdempotencyKeyReused,
    UnsupportedImage,
    WeakPassword,
    WrongCode,
    // Ours.
    TooManyRequests,
    Unavailable,
    Internal,
    Count
};

} // namespace tp
