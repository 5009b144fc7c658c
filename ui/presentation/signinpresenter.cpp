// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/signinpresenter.h"

#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/deskport.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/signinwords.h"
#include "ui/presentation/tillpresenter.h"

#include <chrono>

namespace tp::ui {

SignInPresenter::SignInPresenter(const SignInNeighbours &neighbours,
                                 const QList<DemoPerson> &demoStaff, QObject *parent)
    : QObject(parent)
    , m_near(neighbours)
    , m_staff(neighbours.tills, neighbours.desk, neighbours.session)
    , m_pauses(neighbours.clock)
    , m_opening(neighbours.sessions, neighbours.connection, neighbours.till)
    , m_enrolment(neighbours.sessions)
{
    m_draft.demoStaff = demoStaff;
    m_draft.isDemoShop = neighbours.connection.state().isDemoShop;
    m_draft.canSetUp = !neighbours.connection.state().isBundled;
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &SignInPresenter::update);
    connect(&neighbours.connection, &ConnectionPresenter::stateChanged, this,
            &SignInPresenter::connectionChanged);
    connect(&neighbours.session, &SessionPresenter::stateChanged, this,
            &SignInPresenter::sessionChanged);
    connect(&m_opening, &ShopOpening::over, this, &SignInPresenter::opened);
    connect(&m_opening, &ShopOpening::onlineAgain, this, &SignInPresenter::load);
    connect(&neighbours.till, &TillPresenter::stateChanged, this, &SignInPresenter::tillChanged);
    connect(&m_enrolment, &EnrolmentPresenter::finished, &m_near.session, &SessionPresenter::begin);
    connect(&m_staff, &StaffTiles::loaded, this, &SignInPresenter::staffLoaded);
    connect(&m_staff, &StaffTiles::failed, this, &SignInPresenter::staffFailed);
    connectionChanged();
}

void SignInPresenter::connectionChanged()
{
    if (m_draft.mode == Mode::Waiting)
        say([this] { return m_near.connection.state().notice; });
    update();
}

void SignInPresenter::tillChanged(const TillState &till)
{
    m_draft.isTill = till.till.has_value();
    m_draft.registerCode = till.till ? till.till->code : QString();
    update();
}

void SignInPresenter::takeSetUpCode(const QString &code)
{
    m_setUp.setCode(code);
    if (!m_opening.isOver() || m_near.session.state().phase != SessionState::Phase::SignedOut)
        return;
    if (!code.isEmpty())
        show(Mode::SetUp);
    else if (m_draft.mode == Mode::SetUp)
        showStart();
}

void SignInPresenter::opened(const Result<SignedInUser> &kept)
{
    if (!m_setUp.code().isEmpty()) {
        show(Mode::SetUp);
    } else if (kept && !kept->mustEnrol) {
        m_near.session.resume(*kept);
    } else {
        showStart();
        if (!kept && kept.error().code != ErrorCode::NotFound)
            say([error = kept.error()] { return SignInWords::ofResume(error); });
        update();
    }
}

/// What the page shows of the server's.
void SignInPresenter::load()
{
    if (m_draft.mode == Mode::Staff) {
        m_staff.load();
    } else if (m_draft.mode == Mode::Password) {
        m_near.sessions.loadIssuers(this, [this](const Result<QList<IssuerOffer>> &issuers) {
            if (issuers) // Else nobody misses what they were never offered.
                m_draft.issuers = issuers.value();
            update();
        });
    }
}

void SignInPresenter::sessionChanged(const SessionState &session)
{
    const bool isOther =
        session.phase != m_sessionBefore.phase || session.user != m_sessionBefore.user;
    m_sessionBefore = session;
    if (!isOther)
        return; // Only where it is kept.
    const bool isLocked = session.phase == SessionState::Phase::Locked;
    m_draft.lockedFor = isLocked ? session.user.name : QString();
    m_draft.email = session.user.email;
    if (session.isSignedIn())
        show(Mode::Waiting); // Empty, for the next time.
    else
        showStart();
    if (session.phase == SessionState::Phase::SignedOut && session.wasEnded)
        say(&SignInWords::ended);
    update();
}

void SignInPresenter::showStart()
{
    m_wantsTiles = false;
    show(m_draft.isTill ? Mode::Staff : Mode::Password);
    m_staff.chooseLikely();
    update();
}

void SignInPresenter::show(Mode mode)
{
    ++m_generation;
    m_draft.mode = mode;
    m_draft.isBusy = false;
    m_draft.asksSetUpCode = mode == Mode::SetUp && m_setUp.code().isEmpty();
    m_draft.asksCode = false;
    m_setUp.forgetFaults();
    m_staff.pin().clear();
    say({});
    load();
    update();
}

void SignInPresenter::staffLoaded()
{
    const SessionState &session = m_near.session.state();
    const StaffMember *locked = m_staff.member(session.user.id.toQString());
    const bool isPasswordNeeded = session.phase == SessionState::Phase::Locked && locked &&
                                  !locked->hasPin && !m_staff.chosen();
    if (isPasswordNeeded && m_draft.mode == Mode::Staff && !m_wantsTiles)
        chooseStaff(locked->id.toQString());
    update();
}

void SignInPresenter::staffFailed(const Error &why)
{
    const bool isReplaced = why.code == ErrorCode::Unauthorized || why.code == ErrorCode::NotFound;
    if (isReplaced && m_draft.isTill) {
        m_near.till.forget();
        show(Mode::Password);
        say(&SignInWords::tillReplaced);
    }
    update();
}

void SignInPresenter::chooseStaff(const QString &id)
{
    const StaffMember *member = m_staff.member(id);
    if (!canAsk() || !member)
        return;
    if (member->hasPin) {
        m_staff.choose(*member);
        say({});
        if (member->isPinLocked)
            m_staff.load(); // A manager may have unlocked it by now.
        update();
        return;
    }
    const SignedInUser &locked = m_near.session.state().user;
    m_draft.email = locked.id == member->id ? locked.email : QString();
    show(Mode::Password);
    say([name = member->name] { return SignInWords::noPin(name); }, true);
    update();
}

void SignInPresenter::typeDigit(int digit, qint64 atMs)
{
    if (m_draft.mode != Mode::Staff || !canAsk())
        return;
    if (m_staff.pin().length() == 0)
        say({}); // What was wrong before has been read.
    m_staff.pin().type(digit, atMs);
    update();
}

void SignInPresenter::submitPin()
{
    if (m_draft.mode != Mode::Staff || !canAsk())
        return;
    const StaffMember *member = m_staff.chosen();
    switch (m_staff.enter()) {
    case StaffTiles::Entered::Nothing:
        return;
    case StaffTiles::Entered::Scan:
        say(&SignInWords::scanIgnored);
        emit scanIgnored();
        break;
    case StaffTiles::Entered::NotAPin:
        say(&SignInWords::notAPin);
        break;
    case StaffTiles::Entered::Pin:
        if (member && !member->isPinLocked && !isPaused())
            m_near.sessions.signInWithPin(member->id, m_staff.pin().digits(), this, ask());
        return;
    }
    update();
}

void SignInPresenter::setEmail(const QString &email)
{
    m_typedEmail = email.trimmed().toCaseFolded();
    update();
}

void SignInPresenter::signIn(const PasswordSignIn &who)
{
    setEmail(who.email);
    if (m_draft.mode != Mode::Password || !canAsk() || isPaused())
        return;
    PasswordSignIn sent = who;
    sent.email = who.email.trimmed();
    sent.code = m_draft.asksCode ? who.code.simplified().remove(u' ') : QString();
    m_near.sessions.signIn(sent, this, ask());
}

void SignInPresenter::signInElsewhere(int issuer)
{
    const IssuerOffer offer = m_draft.issuers.value(issuer);
    if (m_draft.mode != Mode::Password || !canAsk() || offer.issuer.isEmpty())
        return;
    show(Mode::Browser);
    m_draft.issuerName = offer.name;
    m_near.sessions.signInElsewhere(offer, this, ask());
}

void SignInPresenter::signInAsDemo(int person)
{
    if (!canAsk() || person < 0 || person >= m_draft.demoStaff.size())
        return;
    const DemoPerson who = m_draft.demoStaff.at(person);
    const StaffMember *member = m_draft.mode == Mode::Staff ? m_staff.named(who.name) : nullptr;
    if (member && member->hasPin && !member->isPinLocked) {
        m_staff.choose(*member);
        m_near.sessions.signInWithPin(member->id, who.pin, this, ask());
        return;
    }
    m_draft.email = who.email;
    setEmail(who.email);
    show(Mode::Password);
    m_near.sessions.signIn({who.email, who.password, {}}, this, ask());
}

void SignInPresenter::setUp(const ShopSetUp &shop)
{
    if (m_draft.mode != Mode::SetUp || !canAsk() || isPaused())
        return;
    const auto sent = m_setUp.check(shop);
    if (sent) {
        m_near.sessions.setUp(*sent, this, ask());
        return;
    }
    say({});
    update();
}

void SignInPresenter::goToStaff()
{
    if (!canAsk() || !m_draft.isTill)
        return;
    showStart();
    m_wantsTiles = true;
}

void SignInPresenter::cancel()
{
    if (m_draft.mode == Mode::Browser) {
        m_near.sessions.cancelSignInElsewhere();
        show(Mode::Password);
    } else if (m_draft.mode == Mode::Enrol) {
        m_enrolment.forget();
        m_near.sessions.signOut();
        showStart();
    } else if (m_draft.mode == Mode::SetUp || m_draft.asksCode) {
        goToPassword();
    } else if (m_draft.mode == Mode::Password) {
        goToStaff();
    }
}

void SignInPresenter::retranslate()
{
    m_enrolment.retranslate();
    update();
}

void SignInPresenter::signOut()
{
    if (canAsk())
        m_near.session.signOut();
}

bool SignInPresenter::canAsk() const
{
    const bool isForm = m_draft.mode == Mode::Password || m_draft.mode == Mode::SetUp;
    return !m_draft.isBusy && (isForm || m_draft.mode == Mode::Staff);
}

SessionPort::Reply SignInPresenter::ask()
{
    m_draft.isBusy = m_draft.mode != Mode::Browser; // That one can be given up.
    say({});
    update();
    return [this, generation = ++m_generation](const Result<SignedInUser> &user) {
        if (generation != m_generation)
            return;
        m_draft.isBusy = false;
        m_staff.pin().clear();
        if (user)
            takeUser(*user);
        else
            takeRefusal(user.error());
        update();
    };
}

void SignInPresenter::takeUser(const SignedInUser &user)
{
    if (!user.mustEnrol) {
        m_setUp.setCode({});
        m_near.session.begin(user);
        return;
    }
    m_near.session.end(); // Whoever was locked out is signed out by now.
    show(Mode::Enrol);
    m_enrolment.begin();
}

void SignInPresenter::takeRefusal(const Error &error)
{
    const Mode mode = m_draft.mode;
    const bool hadCode = m_draft.asksCode;
    const bool isHint = error.code == ErrorCode::TotpRequired && !hadCode;
    m_pauses.note(account(), error.retryAfterS);
    if (mode == Mode::Staff && error.code == ErrorCode::Unauthorized) {
        staffFailed(error);
        return;
    }
    if (mode == Mode::Staff && error.code == ErrorCode::PinLocked)
        m_staff.load(); // Their tile says so from now on.
    if (mode == Mode::SetUp)
        m_setUp.take(error);
    const bool isSetUp = mode == Mode::SetUp && error.code == ErrorCode::AlreadySetUp;
    if (isSetUp)
        m_setUp.setCode({});
    if (isSetUp || mode == Mode::Browser)
        show(Mode::Password);
    if (mode == Mode::Password && isHint)
        m_draft.asksCode = true;
    say([mode, error, hadCode] { return SignInWords::of(mode, error, hadCode); }, isHint);
}

QString SignInPresenter::account() const
{
    const StaffMember *member = m_staff.chosen();
    if (m_draft.mode == Mode::Staff)
        return member ? member->id.toQString() : QString();
    return m_typedEmail;
}

void SignInPresenter::say(Words words, bool isHint)
{
    m_words = std::move(words);
    m_draft.isHint = isHint;
}

void SignInPresenter::update()
{
    const Notice ofTiles = m_draft.mode == Mode::Staff ? m_staff.notice() : Notice();
    m_draft.notice = m_words ? m_words() : ofTiles;
    m_draft.pinLength = m_staff.pin().length();
    const StaffMember *member = m_staff.chosen();
    m_draft.staff = m_staff.members();
    m_draft.chosenId = member ? member->id.toQString() : QString();
    m_draft.waitSeconds = m_pauses.secondsLeft(account());
    m_draft.canSubmitPin = member && !member->isPinLocked && m_staff.pin().isPossible() &&
                           !m_draft.isBusy && m_draft.waitSeconds == 0;
    m_draft.faults = m_setUp.faults();
    if (m_draft.waitSeconds > 0 && !m_second.isActive())
        m_second.start();
    else if (m_draft.waitSeconds == 0)
        m_second.stop();
    if (m_draft == m_state)
        return;
    m_state = m_draft;
    emit stateChanged(m_state);
}

} // namespace tp::ui
