// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/storage/unitofwork.h"
#include "backend/storage/writer.h"

namespace tp::storage {

/// How a job's own code ended.
enum class JobEnd { Keep, Undo, Threw };

/// Runs the job's code. What it throws ends here, at the thread's edge, and is logged.
JobEnd runJob(const Writer::Job &job, UnitOfWork &work);

/// Tells the job's owner; what that throws ends here too.
void tellOutcome(const Writer::Done &done, const Writer::Outcome &outcome);

/// The outcome of a job that threw, or that wanted to keep work after a failed statement.
Error jobFailed();

} // namespace tp::storage
