// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"
#include "ui/widgets/inlinenotice.h"

#include <QCoreApplication>

namespace tp::ui {

/// Texts that more than one part of the page puts together.
class SignInText
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::SignInText)

public:
    /// "0:07", "14:30".
    static QString duration(int seconds);

    static void showNotice(InlineNotice &notice, const SignInState &state);
};

} // namespace tp::ui
