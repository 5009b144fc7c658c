// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/noticefor.h"

#include <QCoreApplication>

namespace tp::ui {

namespace {

/// Errors that a person handles alike.
enum class Trouble { Unreachable, Busy, SignIn, Forbidden, Gone, ChangedMeanwhile, Refused, Fault };

Trouble troubleOf(ErrorCode code)
{
    using enum ErrorCode;
    // clang-format off
    switch (code) {
    case Unavailable: case RequestTimeout:
        return Trouble::Unreachable;
    case TooManyRequests: case IdempotencyInProgress:
        return Trouble::Busy;
    case Unauthorized: case InvalidCredentials: case TotpRequired:
        return Trouble::SignIn;
    case Forbidden: case RegistrationClosed: case PinLocked: case SetupCodeWrong:
        return Trouble::Forbidden;
    case NotFound:
        return Trouble::Gone;
    case Conflict: case StaleVersion:
        return Trouble::ChangedMeanwhile;
    case IdTaken: case SkuTaken: case BarcodeTaken: case CategoryInUse: case LocationInUse:
    case EmailTaken: case CodeTaken: case LastAdmin: case AlreadySetUp: case TotpActive: case PriceChanged: case NumberTaken: case IllegalTransition:
    case MethodNotConfigured: case GatewayNotConfigured:
    case RefundExceedsCaptured:
    case WeakPassword: case WrongCode: case InvalidBody: case Required: case TooShort:
    case TooLong: case OutOfRange: case InvalidValue: case InvalidText: case TooManyItems:
    case DuplicateItem: case UnknownReference: case CurrencyMismatch: case CategoryCycle:
    case OutOfStock: case UnsupportedImage: case BodyTooLarge: case UnsupportedMediaType:
        return Trouble::Refused;
    case MalformedJson: case BadRequest: case BadQuery: case BadCursor: case BadId:
    case IdempotencyKeyRequired: case IdempotencyKeyInvalid: case IdempotencyKeyReused:
    case MethodNotAllowed: case NotAcceptable: case UriTooLong: case HeadersTooLarge:
    case NotImplemented: case HttpVersionNotSupported: case UpgradeRequired: case UnknownMember: case DuplicateKey:
    case ReadOnly: case WrongType: case Internal: case Count:
        return Trouble::Fault;
    }
    // clang-format on
    Q_UNREACHABLE();
}

/// Gives the texts below a context of their own for translators.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::Notice)

public:
    static Notice of(Trouble trouble);
    static Notice of(const BackendFailure &failure);
    static QString why(const BackendFailure &failure);
    static QString next(const BackendFailure &failure);
};

Notice Words::of(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Unreachable:
        return {tr("The server is not reachable"), tr("It does not answer."),
                tr("It is tried again by itself; check the network if this stays.")};
    case Trouble::Busy:
        return {tr("The server is busy"), tr("It has more to do than it can right now."),
                tr("Wait a moment, then try again.")};
    case Trouble::SignIn:
        return {tr("You are signed out"), tr("The sign-in is too old or was ended."),
                tr("Sign in again.")};
    case Trouble::Forbidden:
        return {tr("You may not do this"), tr("Your role does not include it."),
                tr("Ask a manager.")};
    case Trouble::Gone:
        return {tr("This is not there any more"), tr("Somebody removed it."),
                tr("Refresh what is shown.")};
    case Trouble::ChangedMeanwhile:
        return {tr("Somebody else changed this"), tr("What you saw was older."),
                tr("Look at it again, then repeat your change.")};
    case Trouble::Refused:
        return {tr("The server did not accept this"), tr("Something in it cannot be right."),
                tr("Check what was entered.")};
    case Trouble::Fault:
        return {tr("Something went wrong"),
                tr("The server and this program do not understand each other."),
                tr("Try again. If it stays, check that both have the same version.")};
    }
    Q_UNREACHABLE();
}

Notice Words::of(const BackendFailure &failure)
{
    const bool hadStarted = failure.kind == BackendFailure::Kind::Crashed;
    const bool isElsewhere = failure.kind == BackendFailure::Kind::DataInUse;
    const QString what = hadStarted    ? tr("The shop server has stopped")
                         : isElsewhere ? tr("Tradepost is already running")
                                       : tr("The shop server did not start");
    return {what, why(failure), next(failure)};
}

QString Words::why(const BackendFailure &failure)
{
    using Kind = BackendFailure::Kind;
    switch (failure.kind) {
    case Kind::ProgramMissing:
        return tr("The program %1 is missing.").arg(failure.subject);
    case Kind::DoesNotStart:
        return tr("The system could not start it: %1").arg(failure.subject);
    case Kind::DataInUse:
        return tr("Another window works on the data in %1.").arg(failure.subject);
    case Kind::FolderUnusable:
        return tr("The folder %1 cannot be written to.").arg(failure.subject);
    case Kind::EndedTooEarly:
    case Kind::Crashed:
        return failure.subject.isEmpty() ? tr("It ended without a word.")
                                         : tr("It said: %1").arg(failure.subject);
    case Kind::NotReadyInTime:
        return tr("It did not become ready in time.");
    case Kind::Incomprehensible:
        return tr("It said something that this program does not understand.");
    }
    Q_UNREACHABLE();
}

QString Words::next(const BackendFailure &failure)
{
    using Kind = BackendFailure::Kind;
    if (failure.retryInMs > 0)
        return tr("It is started again by itself.");
    switch (failure.kind) {
    case Kind::DataInUse:
        return tr("Use the other window, or close it and try again.");
    case Kind::ProgramMissing:
        return tr("Install Tradepost again, then try again.");
    case Kind::FolderUnusable:
        return tr("Make room, or allow writing there, then try again.");
    case Kind::DoesNotStart:
    case Kind::EndedTooEarly:
    case Kind::NotReadyInTime:
    case Kind::Incomprehensible:
    case Kind::Crashed:
        return tr("Try again. The log says more.");
    }
    Q_UNREACHABLE();
}

} // namespace

Notice noticeFor(ErrorCode code)
{
    return Words::of(troubleOf(code));
}

Notice noticeFor(const BackendFailure &failure)
{
    return Words::of(failure);
}

} // namespace tp::ui
