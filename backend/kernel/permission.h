// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tp {

/// What a route may ask of its caller. Spelled for the wire in contract/wirenames.
enum class Permission {
    OrdersCreate,
    OrdersReadOwn,
    OrdersReadAll,
    OrdersUpdate,
    OrdersFulfil,
    OrdersCancel,
    PaymentsCreate,
    PaymentsReadAll,
    PaymentsRefund,
    PricesOverride,
    DiscountsOverLimit,
    CatalogueWrite,
    StockRead,
    StockAdjust,
    SagasRead,
    SagasOperate,
    ReportsRead,
    AuditRead,
    RegistersManage,
    UsersManage,
    SettingsWrite,
    KeysRotate,
    WebhooksManage,
    SalesRecord,
    Count
};

} // namespace tp
