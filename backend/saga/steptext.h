// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "backend/saga/record.h"

namespace tp::saga {

/// A step as it is kept.
struct NamedStep
{
    std::string name;
    StepRecord record;
};

/// The steps of a saga as one text, so that a saga is one row: a line each, its parts with a tab
/// between them: name, state, attempts, started, finished (milliseconds, 0: not yet), and the code
/// and detail of the last error, if there was one.
std::string textOfSteps(const Definition &definition, const QList<StepRecord> &steps);

/// Internal when it is no such text.
Result<QList<NamedStep>> stepsOfText(std::string_view text);

/// On one line, at most 500 characters: what comes from outside may hold anything.
QString plainDetail(QString detail);

} // namespace tp::saga
