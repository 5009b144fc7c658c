// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/statuses.h"

#include <QtGlobal>

namespace tp::http {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::MalformedJson:
    case ErrorCode::BadRequest:
    case ErrorCode::BadQuery:
    case ErrorCode::BadCursor:
    case ErrorCode::BadId:
    case ErrorCode::IdempotencyKeyRequired:
    case ErrorCode::IdempotencyKeyInvalid:
        return 400;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::MethodNotAllowed:
        return 405;
    case ErrorCode::NotAcceptable:
        return 406;
    case ErrorCode::RequestTimeout:
        return 408;
    case ErrorCode::Conflict:
    case ErrorCode::IdTaken:
    case ErrorCode::SkuTaken:
    case ErrorCode::BarcodeTaken:
    case ErrorCode::CategoryInUse:
    case ErrorCode::LocationInUse:
    case ErrorCode::IdempotencyInProgress:
        return 409;
    case ErrorCode::StaleVersion:
        return 412;
    case ErrorCode::BodyTooLarge:
        return 413;
    case ErrorCode::UriTooLong:
        return 414;
    case ErrorCode::UnsupportedMediaType:
    case ErrorCode::UnsupportedImage:
        return 415;
    case ErrorCode::InvalidBody:
    case ErrorCode::UnknownMember:
    case ErrorCode::DuplicateKey:
    case ErrorCode::ReadOnly:
    case ErrorCode::Required:
    case ErrorCode::WrongType:
    case ErrorCode::TooShort:
    case ErrorCode::TooLong:
    case ErrorCode::OutOfRange:
    case ErrorCode::InvalidValue:
    case ErrorCode::InvalidText:
    case ErrorCode::TooManyItems:
    case ErrorCode::DuplicateItem:
    case ErrorCode::UnknownReference:
    case ErrorCode::CurrencyMismatch:
    case ErrorCode::CategoryCycle:
    case ErrorCode::OutOfStock:
    case ErrorCode::IdempotencyKeyReused:
        return 422;
    case ErrorCode::TooManyRequests:
        return 429;
    case ErrorCode::HeadersTooLarge:
        return 431;
    case ErrorCode::Internal:
    case ErrorCode::Count:
        return 500;
    case ErrorCode::NotImplemented:
        return 501;
    case ErrorCode::Unavailable:
        return 503;
    case ErrorCode::HttpVersionNotSupported:
        return 505;
    }
    Q_UNREACHABLE();
}

} // namespace tp::http
