// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/kernel/clock.h"
#include "ui/presentation/enrolmentpresenter.h"
#include "ui/presentation/retrypauses.h"
#include "ui/presentation/sessionstate.h"
#include "ui/presentation/setupform.h"
#include "ui/presentation/shopopening.h"
#include "ui/presentation/signinstate.h"
#include "ui/presentation/stafftiles.h"
#include "ui/presentation/tillstate.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace tp::ui {

class ConnectionPresenter;
class DeskPort;
class SessionPresenter;
class TillPort;
class TillPresenter;

/// Who else has a say on the page where one signs in. All of them outlive it.
struct SignInNeighbours
{
    SessionPort &sessions;
    TillPort &tills;
    DeskPort &desk;
    const ConnectionPresenter &connection;
    SessionPresenter &session;
    TillPresenter &till;
    const Clock &clock;
};

/// Decides what the page shows on which one signs in, unlocks, or sets up a fresh shop. Once that
/// has worked, SessionPresenter has the word; it comes back here on a lock. Knows no widget.
class SignInPresenter final : public QObject
{
    Q_OBJECT

public:
    /// `demoStaff` is empty in a real shop.
    SignInPresenter(const SignInNeighbours &neighbours, const QList<DemoPerson> &demoStaff,
                    QObject *parent = nullptr);

    const SignInState &state() const { return m_state; }
    EnrolmentPresenter &enrolment() { return m_enrolment; }

    /// Intents of the view.
    void setEmail(const QString &email); ///< While it is typed: a pause is one account's.
    void signIn(const PasswordSignIn &who);
    void chooseStaff(const QString &id);
    void typeDigit(int digit, qint64 atMs = -1);
    void eraseDigit()
    {
        m_staff.pin().erase();
        update();
    }
    void clearPin()
    {
        m_staff.pin().clear();
        update();
    }
    void submitPin();
    void goToPassword()
    {
        if (canAsk())
            show(Mode::Password);
    }
    void goToStaff();
    void goToSetUp()
    {
        if (canAsk() && m_draft.canSetUp)
            show(Mode::SetUp);
    }
    void setUp(const ShopSetUp &shop);
    void signInElsewhere(int issuer);
    void openBrowserAgain() { m_near.sessions.openBrowserAgain(); }
    void cancel(); ///< Back from wherever one is.
    void signInAsDemo(int person);
    void signOut(); ///< From behind the lock.
    void retry() { emit connectionRetryRequested(); }

    /// Says everything again in the language that is now installed.
    void retranslate();

public slots:
    /// The bundled backend's shop is fresh, and this code makes its first admin; empty: it is not.
    void takeSetUpCode(const QString &code);

signals:
    void stateChanged(const tp::ui::SignInState &state);
    void scanIgnored(); ///< Worth a beep.

    /// Retry was asked for while there is no server to ask.
    void connectionRetryRequested();

private:
    using Mode = SignInState::Mode;
    using Words = std::function<Notice()>;

    void connectionChanged();
    void opened(const Result<SignedInUser> &kept);
    void load();
    void sessionChanged(const SessionState &session);
    void tillChanged(const TillState &till);
    void showStart();
    void show(Mode mode);
    void staffLoaded();
    void staffFailed(const Error &why);
    bool canAsk() const;
    SessionPort::Reply ask();
    void takeUser(const SignedInUser &user);
    void takeRefusal(const Error &error);
    QString account() const; ///< That is being tried.
    bool isPaused() const { return m_pauses.secondsLeft(account()) > 0; }
    void say(Words words, bool isHint = false);
    void update();

    SignInNeighbours m_near;
    StaffTiles m_staff;
    QTimer m_second;
    RetryPauses m_pauses;
    SetUpForm m_setUp;
    ShopOpening m_opening;
    EnrolmentPresenter m_enrolment;
    SessionState m_sessionBefore;
    QString m_typedEmail;
    Words m_words;             ///< Of the notice, so that it can be said anew.
    bool m_wantsTiles = false; ///< Asked for, though theirs has no PIN.
    int m_generation = 0; ///< Of questions: what was asked before one went elsewhere is dropped.
    SignInState m_draft;  ///< What m_state becomes with the next update().
    SignInState m_state;
};

} // namespace tp::ui
