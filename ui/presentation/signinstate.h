// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"
#include "ui/presentation/person.h"
#include "ui/presentation/sessionport.h"

#include <QList>
#include <QMap>
#include <QMetaType>

namespace tp::ui {

/// What a fresh shop's form asks for.
enum class SetUpField { Code, ShopName, Currency, OwnerName, Email, Password };

/// Everything that the page shows on which one signs in or unlocks, as one value. Inputs keep
/// their own text until it is submitted; the digits of a PIN never leave the presenter.
struct SignInState
{
    enum class Mode {
        Waiting, ///< Nothing can be asked yet; `notice` says why when something failed.
        SetUp,   ///< A fresh shop: who owns it, what is it called.
        Password,
        Staff,  ///< The tiles of a till, and the pad for the chosen one's PIN.
        Enrol,  ///< Their role asks for a second factor; EnrolmentPresenter has the word.
        Browser ///< Somebody signs in elsewhere; their browser has the word.
    };

    Mode mode = Mode::Waiting;
    bool isBusy = false; ///< Asked; the answer is not there yet.
    int waitSeconds = 0; ///< Not before then may it be tried again.
    Notice notice;
    bool isHint = false; ///< The notice tells what to do, nothing went wrong.
    QString lockedFor;   ///< Whose session is behind the lock; empty: nobody is signed in.
    bool isDemoShop = false;

    QString email;         ///< To begin with.
    bool asksCode = false; ///< Of the second factor.
    QList<IssuerOffer> issuers;
    QString issuerName; ///< While in Browser.

    bool isTill = false; ///< There are tiles to go to.
    QString registerCode;
    QList<StaffMember> staff;
    QString chosenId; ///< Of the staff; empty: nobody yet.
    int pinLength = 0;
    bool canSubmitPin = false;

    bool canSetUp = false;      ///< The person may say that this server's shop is fresh.
    bool asksSetUpCode = false; ///< The server is not ours, so a person has the code.
    QMap<SetUpField, QString> faults;

    QList<DemoPerson> demoStaff;

    friend bool operator==(const SignInState &, const SignInState &) = default;
};

} // namespace tp::ui
