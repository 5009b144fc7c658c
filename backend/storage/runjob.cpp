// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/runjob.h"

#include "backend/storage/connection.h"
#include "backend/storage/storagelog.h"

#include <exception>

namespace tp::storage {

using namespace Qt::StringLiterals;

JobEnd runJob(const Writer::Job &job, UnitOfWork &work)
{
    try {
        if (job(work) == UnitOfWork::Keep::No)
            return JobEnd::Undo;
        if (work.connection().isBroken())
            return JobEnd::Keep; // Whoever commits sees to it.
        if (const auto finished = work.finish(); finished || work.connection().isBroken())
            return JobEnd::Keep;
        else
            qCCritical(lcStorage) << "a job's last words failed" << finished.error().detail;
    } catch (const std::exception &error) {
        qCCritical(lcStorage) << "a job threw" << error.what();
    } catch (...) {
        qCCritical(lcStorage) << "a job threw something unknown";
    }
    return JobEnd::Threw;
}

void tellOutcome(const Writer::Done &done, const Writer::Outcome &outcome)
{
    try {
        if (done)
            done(outcome);
    } catch (const std::exception &error) {
        qCCritical(lcStorage) << "telling a job's outcome threw" << error.what();
    } catch (...) {
        qCCritical(lcStorage) << "telling a job's outcome threw something unknown";
    }
}

Error jobFailed()
{
    return {ErrorCode::Internal, u"the work broke off; nothing of it was kept"_s, {}};
}

} // namespace tp::storage
