// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/wirenames.h"

#include <array>

namespace tp::contract {

namespace {

struct CodeRow
{
    ErrorCode value;
    std::string_view name;
    std::string_view title;
};

using enum ErrorCode;

// clang-format off
constexpr std::array Codes{
    CodeRow{MalformedJson,          "malformed_json",           "The body is not JSON"},
    CodeRow{BadRequest,             "bad_request",              "The request cannot be read"},
    CodeRow{BadQuery,               "bad_query",                "A query parameter is wrong"},
    CodeRow{BadCursor,              "bad_cursor",               "The cursor is not one of ours"},
    CodeRow{BadId,                  "bad_id",                   "The id in the path is not a UUID"},
    CodeRow{IdempotencyKeyRequired, "idempotency_key_required", "An Idempotency-Key is needed here"},
    CodeRow{IdempotencyKeyInvalid,  "idempotency_key_invalid",  "The Idempotency-Key cannot be used"},
    CodeRow{Unauthorized,           "unauthorized",             "A valid token is needed"},
    CodeRow{InvalidCredentials,     "invalid_credentials",      "That is not the right name and secret"},
    CodeRow{TotpRequired,           "totp_required",            "A code of the second factor is needed"},
    CodeRow{Forbidden,              "forbidden",                "This is not allowed to you"},
    CodeRow{RegistrationClosed,     "registration_closed",      "This shop takes no new accounts"},
    CodeRow{PinLocked,              "pin_locked",               "The PIN is locked until a manager unlocks it"},
    CodeRow{SetupCodeWrong,         "setup_code_wrong",         "That is not the set-up code"},
    CodeRow{NotFound,               "not_found",                "There is no such thing"},
    CodeRow{MethodNotAllowed,       "method_not_allowed",       "This method is not served here"},
    CodeRow{NotAcceptable,          "not_acceptable",           "No accepted media type is served here"},
    CodeRow{BodyTooLarge,           "body_too_large",           "The body is too large"},
    CodeRow{UnsupportedMediaType,   "unsupported_media_type",   "The body is of an unsupported media type"},
    CodeRow{UriTooLong,             "uri_too_long",             "The request line is too long"},
    CodeRow{HeadersTooLarge,        "headers_too_large",        "The header fields are too large"},
    CodeRow{RequestTimeout,         "request_timeout",          "The request did not arrive in time"},
    CodeRow{UpgradeRequired,        "upgrade_required",         "This is served over a WebSocket"},
    CodeRow{NotImplemented,         "not_implemented",          "This method is not known"},
    CodeRow{HttpVersionNotSupported, "http_version_not_supported", "This version of HTTP is not spoken here"},
    CodeRow{Conflict,               "conflict",                 "This disagrees with what is stored"},
    CodeRow{IdTaken,                "id_taken",                 "The id belongs to something else"},
    CodeRow{SkuTaken,               "sku_taken",                "The SKU belongs to another product"},
    CodeRow{BarcodeTaken,           "barcode_taken",            "A barcode belongs to another product"},
    CodeRow{CategoryInUse,          "category_in_use",          "The category is in use"},
    CodeRow{LocationInUse,          "location_in_use",          "The location is in use"},
    CodeRow{EmailTaken,             "email_taken",              "The e-mail belongs to another account"},
    CodeRow{CodeTaken,              "code_taken",               "The code belongs to another register"},
    CodeRow{LastAdmin,              "last_admin",               "The shop would have no admin"},
    CodeRow{AlreadySetUp,           "already_set_up",           "The shop has its first admin"},
    CodeRow{TotpActive,             "totp_active",              "The second factor is on already"},
    CodeRow{PriceChanged,           "price_changed",            "The total is another one"},
    CodeRow{NumberTaken,            "number_taken",             "The number belongs to another order"},
    CodeRow{IllegalTransition,      "illegal_transition",       "It cannot go there from where it is"},
    CodeRow{IdempotencyInProgress,  "idempotency_in_progress",  "A request with this key is running"},
    CodeRow{StaleVersion,           "stale_version",            "It was changed by somebody else"},
    CodeRow{InvalidBody,            "invalid_body",             "The body is not valid"},
    CodeRow{UnknownMember,          "unknown_member",           "A member is not known"},
    CodeRow{DuplicateKey,           "duplicate_key",            "A name stands twice in an object"},
    CodeRow{ReadOnly,               "read_only",                "A member cannot be changed"},
    CodeRow{Required,               "required",                 "A member is missing"},
    CodeRow{WrongType,              "wrong_type",               "A member is of the wrong type"},
    CodeRow{TooShort,               "too_short",                "A member is too short"},
    CodeRow{TooLong,                "too_long",                 "A member is too long"},
    CodeRow{OutOfRange,             "out_of_range",             "A number is out of range"},
    CodeRow{InvalidValue,           "invalid_value",            "A member has a value that is not allowed"},
    CodeRow{InvalidText,            "invalid_text",             "A text is not of the form that is wanted"},
    CodeRow{TooManyItems,           "too_many_items",           "A list is too long"},
    CodeRow{DuplicateItem,          "duplicate_item",           "A list has an item twice"},
    CodeRow{UnknownReference,       "unknown_reference",        "The body names something that does not exist"},
    CodeRow{CurrencyMismatch,       "currency_mismatch",        "The amount is not in the shop's currency"},
    CodeRow{CategoryCycle,          "category_cycle",           "A category cannot stand below itself"},
    CodeRow{OutOfStock,             "out_of_stock",             "There is not enough in stock"},
    CodeRow{MethodNotConfigured,    "method_not_configured",    "This shop does not take that"},
    CodeRow{GatewayNotConfigured,   "gateway_not_configured",   "This shop has no such gateway"},
    CodeRow{RefundExceedsCaptured,  "refund_exceeds_captured",  "That is more than is left of the payment"},
    CodeRow{IdempotencyKeyReused,   "idempotency_key_reused",   "The key was used with another body"},
    CodeRow{UnsupportedImage,       "unsupported_image",        "The picture cannot be read"},
    CodeRow{WeakPassword,           "weak_password",            "The password is too easy to guess"},
    CodeRow{WrongCode,              "wrong_code",               "The code is not right"},
    CodeRow{TooManyRequests,        "too_many_requests",        "Too many requests"},
    CodeRow{Unavailable,            "unavailable",              "The backend cannot do this now"},
    CodeRow{Internal,               "internal",                 "Something went wrong in the backend"},
};

constexpr std::array WireRoles{
    WireName{Role::Customer, roleName(Role::Customer)},
    WireName{Role::Cashier, roleName(Role::Cashier)},
    WireName{Role::Vendor, roleName(Role::Vendor)},
    WireName{Role::Manager, roleName(Role::Manager)},
    WireName{Role::Admin, roleName(Role::Admin)},
};

constexpr std::array Permissions{
    WireName{Permission::OrdersCreate,       "orders.create"},
    WireName{Permission::OrdersReadOwn,      "orders.read_own"},
    WireName{Permission::OrdersReadAll,      "orders.read_all"},
    WireName{Permission::OrdersUpdate,       "orders.update"},
    WireName{Permission::OrdersFulfil,       "orders.fulfil"},
    WireName{Permission::OrdersCancel,       "orders.cancel"},
    WireName{Permission::PaymentsCreate,     "payments.create"},
    WireName{Permission::PaymentsReadAll,    "payments.read_all"},
    WireName{Permission::PaymentsRefund,     "payments.refund"},
    WireName{Permission::PricesOverride,     "prices.override"},
    WireName{Permission::DiscountsOverLimit, "discounts.over_limit"},
    WireName{Permission::CatalogueWrite,     "catalogue.write"},
    WireName{Permission::StockRead,          "stock.read"},
    WireName{Permission::StockAdjust,        "stock.adjust"},
    WireName{Permission::SagasRead,          "sagas.read"},
    WireName{Permission::SagasOperate,       "sagas.operate"},
    WireName{Permission::ReportsRead,        "reports.read"},
    WireName{Permission::AuditRead,          "audit.read"},
    WireName{Permission::RegistersManage,    "registers.manage"},
    WireName{Permission::UsersManage,        "users.manage"},
    WireName{Permission::SettingsWrite,      "settings.write"},
    WireName{Permission::KeysRotate,         "keys.rotate"},
    WireName{Permission::WebhooksManage,     "webhooks.manage"},
    WireName{Permission::SalesRecord,        "sales.record"},
};
// clang-format on

/// Every value once, in the order of the enum.
template <typename Rows>
constexpr bool isComplete(const Rows &rows)
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (std::size_t(rows[i].value) != i || rows[i].name.empty())
            return false;
    }
    return rows.size() == std::size_t(decltype(rows[0].value)::Count);
}

static_assert(isComplete(Codes), "an error code has no wire name");
static_assert(isComplete(WireRoles), "a role has no wire name");
static_assert(isComplete(Permissions), "a permission has no wire name");

constexpr auto CodeNames = [] {
    std::array<WireName<ErrorCode>, Codes.size()> names{};
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = {Codes[i].value, Codes[i].name};
    return names;
}();

} // namespace

std::span<const WireName<ErrorCode>> wireNames(ErrorCode)
{
    return CodeNames;
}

std::span<const WireName<Permission>> wireNames(Permission)
{
    return Permissions;
}

std::span<const WireName<Role>> wireNames(Role)
{
    return WireRoles;
}

std::string_view titleOf(ErrorCode code)
{
    return code < Count ? Codes[std::size_t(code)].title : std::string_view();
}

} // namespace tp::contract
