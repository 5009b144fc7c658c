// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/keptin.h"
#include "ui/presentation/person.h"

#include <QMetaType>

namespace tp::ui {

/// Who is at the till, as one value.
struct SessionState
{
    enum class Phase {
        SignedOut,
        SignedIn,
        Locked ///< Somebody is signed in, and the screen shows nothing of it.
    };

    Phase phase = Phase::SignedOut;
    SignedInUser user;                ///< Nobody when signed out.
    bool wasEnded = false;            ///< Signed out by the server, not by the person.
    KeptIn keptIn = KeptIn::Keychain; ///< The sign-in; not worth a word while it is the keychain.

    bool isSignedIn() const { return phase == Phase::SignedIn; }
    bool may(Permission permission) const { return isSignedIn() && user.may(permission); }

    friend bool operator==(const SessionState &, const SessionState &) = default;
};

} // namespace tp::ui
