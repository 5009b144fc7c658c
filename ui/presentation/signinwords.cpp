// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/signinwords.h"

#include "ui/presentation/noticefor.h"

namespace tp::ui {

namespace {

/// It answers, and says when to come back: a queue that is full, not a server that is gone.
bool isQueueFull(const Error &error)
{
    return error.code == ErrorCode::Unavailable && error.retryAfterS > 0;
}

} // namespace

Notice SignInWords::of(SignInState::Mode mode, const Error &error, bool hadCode)
{
    using Mode = SignInState::Mode;
    switch (mode) {
    case Mode::Password:
        return ofPassword(error, hadCode);
    case Mode::Staff:
        return ofPin(error);
    case Mode::SetUp:
        return ofSetUp(error);
    case Mode::Browser:
        return ofBrowser(error);
    case Mode::Waiting:
    case Mode::Enrol:
        return noticeFor(error.code);
    }
    Q_UNREACHABLE();
}

Notice SignInWords::ofPassword(const Error &error, bool hadCode)
{
    if (isQueueFull(error))
        return busy();
    if (error.code == ErrorCode::TooManyRequests)
        return tooMany();
    if (error.code == ErrorCode::TotpRequired && !hadCode)
        return codeNeeded();
    if (error.code == ErrorCode::WrongCode || error.code == ErrorCode::TotpRequired) {
        return {tr("That code is not right"), tr("A code is good for half a minute."),
                tr("Enter the next one, or a recovery code.")};
    }
    if (error.code == ErrorCode::InvalidCredentials && hadCode) {
        return {tr("That was not right"), tr("E-mail, password and code do not fit together."),
                tr("Check them; the code changes every half minute.")};
    }
    if (error.code == ErrorCode::InvalidCredentials) {
        return {tr("That was not right"), tr("E-mail and password do not fit together."),
                tr("Check both; capital letters count in the password.")};
    }
    return noticeFor(error.code);
}

Notice SignInWords::ofPin(const Error &error)
{
    if (isQueueFull(error))
        return busy();
    if (error.code == ErrorCode::TooManyRequests) {
        return {tr("Too many wrong PINs"), {}, tr("Wait, then try again.")};
    }
    if (error.code == ErrorCode::PinLocked)
        return pinLocked();
    if (error.code == ErrorCode::InvalidCredentials) {
        return {tr("That PIN is not right"), {}, tr("Try again, or use your password.")};
    }
    return noticeFor(error.code);
}

Notice SignInWords::ofBrowser(const Error &error)
{
    if (error.code == ErrorCode::RequestTimeout) {
        return {tr("Nobody came back from the browser"), tr("The time for it is over."),
                tr("Try again, and finish there.")};
    }
    if (error.code == ErrorCode::InvalidCredentials) {
        return {tr("The other side said no"), tr("The sign-in there was refused or given up."),
                tr("Try again, or sign in with a password.")};
    }
    if (error.code == ErrorCode::Unavailable) {
        return {tr("The other side is not reachable"), tr("It does not answer."),
                tr("Try again later, or sign in with a password.")};
    }
    if (error.code == ErrorCode::Unauthorized || error.code == ErrorCode::Forbidden) {
        return {tr("This shop does not know that account"),
                tr("You signed in there, but may not sign in here with it."), tr("Ask a manager.")};
    }
    return {tr("Signing in there did not work"),
            tr("The other side and this program do not understand each other."),
            tr("Sign in with a password, and tell a manager.")};
}

Notice SignInWords::ofSetUp(const Error &error)
{
    if (isQueueFull(error))
        return busy();
    if (error.code == ErrorCode::TooManyRequests)
        return tooMany();
    if (error.code == ErrorCode::AlreadySetUp) {
        return {tr("This shop is set up already"), tr("Somebody was faster."),
                tr("Sign in with the account that was made then.")};
    }
    if (error.code == ErrorCode::SetupCodeWrong) {
        return {tr("That is not the set-up code"),
                tr("The server makes a new one each time it starts."),
                tr("Look at what it printed last.")};
    }
    if (!error.fields.isEmpty())
        return {tr("Something is not right yet"), {}, tr("See what is said below the fields.")};
    return noticeFor(error.code);
}

Notice SignInWords::ofResume(const Error &error)
{
    return error.code == ErrorCode::Unauthorized || error.code == ErrorCode::InvalidCredentials
               ? ended()
               : noticeFor(error.code);
}

Notice SignInWords::codeNeeded()
{
    return {tr("Now the code"), tr("This account has a second factor."),
            tr("Enter the six digits that your app shows, or a recovery code.")};
}

Notice SignInWords::noPin(const QString &name)
{
    return {tr("%1 has no PIN yet").arg(name), {}, tr("Sign in with the password.")};
}

Notice SignInWords::pinLocked()
{
    return {tr("This PIN is locked"), tr("It was wrong ten times."),
            tr("Ask a manager to unlock it, or use your password.")};
}

Notice SignInWords::notAPin()
{
    return {tr("A PIN has 4 to 8 digits"), {}, tr("Enter yours again.")};
}

Notice SignInWords::scanIgnored()
{
    return {tr("That was a barcode"), tr("Nothing can be scanned before somebody signs in."), {}};
}

Notice SignInWords::tillReplaced()
{
    return {tr("This computer is not a till any more"),
            tr("Another one has taken its register, or the shop was made anew."),
            tr("Sign in with a password; a manager can make it a till again.")};
}

Notice SignInWords::ended()
{
    return {tr("You were signed out"), tr("The sign-in was too old or was ended elsewhere."),
            tr("Sign in again; the sale is still there.")};
}

Notice SignInWords::ofEnrolment(const Error &error)
{
    if (error.code == ErrorCode::WrongCode) {
        return {tr("That code is not right"), tr("A code is good for half a minute."),
                tr("Enter the one that the app shows now.")};
    }
    return noticeFor(error.code);
}

QString SignInWords::fault(SetUpField field, ErrorCode code)
{
    switch (field) {
    case SetUpField::Code:
        return tr("Enter the code that the server printed.");
    case SetUpField::ShopName:
        return tr("Give the shop a name, of 200 letters at most.");
    case SetUpField::Currency:
        return tr("This shop cannot sell in that currency.");
    case SetUpField::OwnerName:
        return tr("Enter your name, of 200 letters at most.");
    case SetUpField::Email:
        return tr("Enter an e-mail address, like mia@example.com.");
    case SetUpField::Password:
        return code == ErrorCode::WeakPassword
                   ? tr("Too easy to guess: others use it, or it is your e-mail.")
                   : tr("Take 8 to 256 letters, digits or signs.");
    }
    Q_UNREACHABLE();
}

Notice SignInWords::tooMany()
{
    return {tr("Too many tries"), tr("So that nobody can guess a password, there is a pause now."),
            tr("Wait, then try again.")};
}

Notice SignInWords::busy()
{
    return {tr("The server is busy"), tr("Many people are signing in at once."),
            tr("Try again in a moment.")};
}

} // namespace tp::ui
