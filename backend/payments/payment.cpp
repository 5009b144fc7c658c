// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/payments/payment.h"

#include <array>

namespace tp::payments {

namespace {

constexpr std::array<std::string_view, std::size_t(Method::Count)> MethodNames{
    "cash", "card", "gift_card", "store_credit", "external"};
constexpr std::array<std::string_view, std::size_t(Action::Count)> ActionNames{
    "authorize", "capture", "void", "refund"};

template <typename E, std::size_t Count>
std::optional<E> named(const std::array<std::string_view, Count> &names, std::string_view name)
{
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name)
            return E(i);
    }
    return std::nullopt;
}

} // namespace

std::string_view nameOf(Method method)
{
    return MethodNames.at(std::size_t(method));
}

std::optional<Method> methodFromName(std::string_view name)
{
    return named<Method>(MethodNames, name);
}

std::string_view nameOf(Action action)
{
    return ActionNames.at(std::size_t(action));
}

std::optional<Action> actionFromName(std::string_view name)
{
    return named<Action>(ActionNames, name);
}

Error illegalTransition(const QString &why)
{
    return {ErrorCode::IllegalTransition, why, {}};
}

} // namespace tp::payments
