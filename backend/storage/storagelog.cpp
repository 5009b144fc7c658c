// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/storagelog.h"

namespace tp::storage {

Q_LOGGING_CATEGORY(lcStorage, "tp.storage")

} // namespace tp::storage
