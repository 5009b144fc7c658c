// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/errorcode.h"
#include "ui/presentation/backendfailure.h"
#include "ui/presentation/notice.h"

namespace tp::ui {

/// What a person reads for an error, chosen from its code and never from its detail.
Notice noticeFor(ErrorCode code);
Notice noticeFor(const BackendFailure &failure);

} // namespace tp::ui
