// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/totpservice.h"

#include "backend/auth/totp.h"
#include "backend/auth/userstore.h"
#include "backend/journal/auditlog.h"
#include "backend/kernel/fielderrors.h"
#include "backend/kernel/secrettext.h"

using namespace Qt::StringLiterals;

namespace tp::auth {
namespace {

std::string sealedAs(const User &user)
{
    return "totp " + user.id.toString();
}

/// Whoever signs in is nobody yet; what they do to their second factor is theirs all the same.
Origin originOf(const User &user, const Act &act)
{
    return {user.id.toString(), act.origin.address, act.origin.requestId};
}

Error isOn()
{
    return {ErrorCode::TotpActive, u"remove the second factor before you set up another"_s, {}};
}

} // namespace

std::optional<QByteArray> TotpService::secretOf(const User &user) const
{
    if (!user.totpSealed)
        return std::nullopt;
    const auto secret = m_sealer.open(*user.totpSealed, sealedAs(user));
    return secret ? std::optional(QByteArray::fromStdString(*secret)) : std::nullopt;
}

Result<QByteArray> TotpService::enrol(storage::UnitOfWork &work, User user) const
{
    if (user.hasTotp)
        return isOn();
    QByteArray secret(Totp::SecretBytes, 0);
    m_random.fill({reinterpret_cast<quint8 *>(secret.data()), std::size_t(secret.size())});
    user.totpSealed = m_sealer.seal(secret.toStdString(), sealedAs(user), m_random);
    user.totpLastStep = 0;
    TP_CHECK(UserStore::setTotp(work, user));
    return secret;
}

Result<std::vector<std::string>> TotpService::confirm(storage::UnitOfWork &work, User user,
                                                      const QString &code, const Act &act) const
{
    if (user.hasTotp)
        return isOn();
    const auto secret = secretOf(user);
    if (!secret)
        return Error{ErrorCode::Conflict, u"no second factor is being set up"_s, {}};
    const auto step = Totp::stepOf(*secret, code.trimmed(), work.nowMs(), user.totpLastStep);
    if (!step) {
        return atMember(u"/code"_s, ErrorCode::WrongCode,
                        u"this code is not right: look at the clock of the device"_s);
    }
    user.hasTotp = true;
    user.totpLastStep = *step;
    TP_CHECK(UserStore::setTotp(work, user));
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    for (int i = 0; i < RecoveryCodeCount; ++i) {
        codes.push_back(newTypedCode(m_random));
        hashes.push_back(secretHash(typedCodeKey(codes.back())));
    }
    TP_CHECK(UserStore::replaceRecoveryCodes(work, user.id, hashes));
    TP_CHECK(
        journal::AuditLog::add(work, originOf(user, act), {"user.totp_on", user.id.toString()}));
    return codes;
}

Result<bool> TotpService::accepts(storage::UnitOfWork &work, User user, const QString &code,
                                  const Act &act) const
{
    if (const auto secret = secretOf(user)) {
        const auto step = Totp::stepOf(*secret, code.trimmed(), work.nowMs(), user.totpLastStep);
        if (step) {
            user.totpLastStep = *step;
            TP_CHECK(UserStore::setTotp(work, user));
            return true;
        }
    }
    TP_TRY(const bool isRecovery,
           UserStore::useRecoveryCode(work, user.id, secretHash(typedCodeKey(code.toStdString()))));
    if (isRecovery)
        TP_CHECK(journal::AuditLog::add(work, originOf(user, act),
                                        {"user.recovery_code_used", user.id.toString()}));
    return isRecovery;
}

} // namespace tp::auth
