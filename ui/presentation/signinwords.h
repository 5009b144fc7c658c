// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/result.h"
#include "ui/presentation/notice.h"
#include "ui/presentation/signinstate.h"

#include <QCoreApplication>

namespace tp::ui {

/// What a person reads when signing in did not work: chosen from the error's code, says what to
/// do next, and gives nothing away that a stranger at the till should not know.
class SignInWords
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::SignInWords)

public:
    static Notice of(SignInState::Mode mode, const Error &error, bool hadCode);
    static Notice ofPin(const Error &error);
    static Notice ofResume(const Error &error);
    static Notice ofEnrolment(const Error &error);

    static Notice noPin(const QString &name); ///< They have none: a password it is.
    static Notice pinLocked();
    static Notice notAPin();
    static Notice scanIgnored();
    static Notice tillReplaced();
    static Notice ended();

    /// What is wrong with a field of the set-up form, by what the server says of it.
    static QString fault(SetUpField field, ErrorCode code);

private:
    static Notice ofPassword(const Error &error, bool hadCode);
    static Notice ofBrowser(const Error &error);
    static Notice ofSetUp(const Error &error);
    static Notice codeNeeded();
    static Notice tooMany();
    static Notice busy();
};

} // namespace tp::ui
