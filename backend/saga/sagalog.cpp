// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/saga/sagalog.h"

namespace tp::saga {

Q_LOGGING_CATEGORY(lcSaga, "tp.saga")

} // namespace tp::saga
