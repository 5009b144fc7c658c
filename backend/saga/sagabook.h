// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagastep.h"
#include "backend/saga/sagastore.h"

#include <functional>
#include <memory>

namespace tp::saga {

/// A definition and what its steps do.
struct SagaPlan
{
    Definition definition;
    std::vector<StepFunctions> steps; ///< In the definition's order.
    AtEnd atEnd = {};                 ///< May be left out.
};

/// Which sagas there are, in every version that may still be running. Filled before it is used;
/// from then on any thread may read it.
class SagaBook
{
public:
    /// The names of the steps, and what they can do, are those of the definition: asserted.
    void add(SagaPlan plan);

    /// Whom to tell how a saga stands whenever that is written, in the same unit of work.
    using Tell =
        std::function<Result<void>(storage::UnitOfWork &, const Definition &, const Saga &)>;
    void setTell(Tell tell) { m_tell = std::move(tell); }
    Result<void> tell(storage::UnitOfWork &work, const Definition &definition,
                      const Saga &saga) const
    {
        return m_tell ? m_tell(work, definition, saga) : Result<void>();
    }

    /// What new ones run by; null when there is no such kind.
    const SagaPlan *newest(std::string_view kind) const;

    /// Null for one that this program does not know: a newer one wrote it.
    const SagaPlan *find(std::string_view kind, int version) const;

private:
    std::vector<std::unique_ptr<const SagaPlan>> m_plans;
    Tell m_tell;
};

} // namespace tp::saga
