// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace tp::ui {

/// Why the bundled backend does not run.
struct BackendFailure
{
    enum class Kind {
        ProgramMissing,   ///< There is no such program; `subject` is its path.
        DoesNotStart,     ///< The system refused to start it; `subject` is what it said.
        DataInUse,        ///< Another Tradepost works on the folder `subject`.
        FolderUnusable,   ///< The data folder `subject` cannot be made or written to.
        EndedTooEarly,    ///< It ended before it was ready; `subject` is its last line.
        NotReadyInTime,   ///< It runs, but said nothing; `subject` is its last line.
        Incomprehensible, ///< It said something that is not ours; `subject` is that.
        Crashed           ///< It was ready and has ended; `subject` is its last line.
    };

    Kind kind = Kind::DoesNotStart;
    QString subject;
    QStringList log;      ///< Its last lines, oldest first, for "Show log".
    qint64 retryInMs = 0; ///< When it is started again by itself; 0: not before it is asked to.
};

} // namespace tp::ui
