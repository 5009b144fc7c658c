// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/catalogue/invalidservice.h"

namespace tp::catalogue {

Error invalid(QList<FieldError> problems)
{
    Q_ASSERT(!problems.isEmpty());
    const bool isOne = problems.size() == 1;
    const ErrorCode code = isOne ? problems.first().code : ErrorCode::InvalidBody;
    const QString detail =
        isOne ? problems.first().detail : QStringLiteral("Several members are not valid");
    return {code, detail, std::move(problems)};
}

} // namespace tp::catalogue
