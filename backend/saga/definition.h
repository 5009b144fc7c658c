// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <span>
#include <string_view>

namespace tp::saga {

/// What may become of a step once it is done.
enum class StepKind {
    Compensable, ///< Can be undone, also when nobody knows whether it happened.
    Pivot,       ///< Decides: before it everything can be undone, behind it nothing need be.
    Retryable    ///< Cannot be refused, only be slow: done again until it is done.
};

struct Step
{
    std::string_view name; ///< Stored and part of the key to outside: renaming is a new version.
    StepKind kind = StepKind::Compensable;
};

/// How long a saga tries before it gives up or asks a person.
struct Patience
{
    int attemptsMax = 4;        ///< Of a step that can still be given up.
    qint64 firstDelayMs = 200;  ///< Before the second attempt; doubled for each further one.
    qint64 delayMaxMs = 30'000; ///< At most so long between two attempts.
    qint64 stageMs = 10'000;    ///< Up to the pivot, behind it, and back: so long each.
};

/// A saga as a table that one can read aloud: what can be undone comes first, then the pivot once,
/// then what can only be slow. Nothing about retries and crashes stands in it: that is advance()'s.
///
///     inline constexpr std::array CheckoutSteps{
///         Step{"reserve",    StepKind::Compensable},
///         Step{"pay",        StepKind::Pivot},
///         Step{"take_stock", StepKind::Retryable},
///     };
///     inline constexpr Definition Checkout{"checkout", 1, CheckoutSteps};
///     static_assert(isSound(Checkout));
struct Definition
{
    std::string_view name;
    int version = 1; ///< A saga ends by the definition that it began with.
    std::span<const Step> steps;
    Patience patience = {};
};

/// The place of the pivot; the number of steps when there is none.
constexpr std::size_t pivotOf(const Definition &definition)
{
    std::size_t i = 0;
    while (i < definition.steps.size() && definition.steps[i].kind != StepKind::Pivot)
        ++i;
    return i;
}

/// Steps that can be undone, one pivot, steps that can only be slow, in this order.
constexpr bool isInOrder(const Definition &definition)
{
    const std::size_t pivot = pivotOf(definition);
    if (pivot == definition.steps.size())
        return false;
    for (std::size_t i = 0; i < definition.steps.size(); ++i) {
        const StepKind wanted = i < pivot    ? StepKind::Compensable
                                : i == pivot ? StepKind::Pivot
                                             : StepKind::Retryable;
        if (definition.steps[i].kind != wanted)
            return false;
    }
    return true;
}

/// Every step has a name of its own.
constexpr bool hasOwnNames(const Definition &definition)
{
    for (std::size_t i = 0; i < definition.steps.size(); ++i) {
        if (definition.steps[i].name.empty())
            return false;
        for (std::size_t j = 0; j < i; ++j) {
            if (definition.steps[i].name == definition.steps[j].name)
                return false;
        }
    }
    return true;
}

/// For a static_assert below each definition.
constexpr bool isSound(const Definition &definition)
{
    const Patience &patience = definition.patience;
    return !definition.name.empty() && definition.version >= 1 && isInOrder(definition) &&
           hasOwnNames(definition) && patience.attemptsMax >= 1 && patience.firstDelayMs >= 1 &&
           patience.delayMaxMs >= patience.firstDelayMs && patience.stageMs >= 1;
}

} // namespace tp::saga
