// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagabook.h"

namespace tp::saga {

namespace {

bool canDoItsPart(const Step &step, const StepFunctions &functions)
{
    if (functions.name != step.name || !functions.run)
        return false;
    switch (step.kind) {
    case StepKind::Compensable:
        return bool(functions.undo);
    case StepKind::Pivot:
        return functions.undo && functions.inquire;
    case StepKind::Retryable:
        return true;
    }
    Q_UNREACHABLE();
}

bool isComplete(const SagaPlan &plan)
{
    if (plan.steps.size() != plan.definition.steps.size())
        return false;
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        if (!canDoItsPart(plan.definition.steps[i], plan.steps[i]))
            return false;
    }
    return true;
}

} // namespace

void SagaBook::add(SagaPlan plan)
{
    Q_ASSERT(isComplete(plan));
    Q_ASSERT(!find(plan.definition.name, plan.definition.version));
    m_plans.push_back(std::make_unique<const SagaPlan>(std::move(plan)));
}

const SagaPlan *SagaBook::newest(std::string_view kind) const
{
    const SagaPlan *newest = nullptr;
    for (const auto &plan : m_plans) {
        const bool isNewer = !newest || plan->definition.version > newest->definition.version;
        if (plan->definition.name == kind && isNewer)
            newest = plan.get();
    }
    return newest;
}

const SagaPlan *SagaBook::find(std::string_view kind, int version) const
{
    for (const auto &plan : m_plans) {
        if (plan->definition.name == kind && plan->definition.version == version)
            return plan.get();
    }
    return nullptr;
}

} // namespace tp::saga
