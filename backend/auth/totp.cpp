// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/totp.h"

#include <QMessageAuthenticationCode>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tp::auth {

QString Totp::codeAt(const QByteArray &secret, qint64 step)
{
    QByteArray counter(8, 0);
    for (int i = 7; i >= 0; --i, step >>= 8)
        counter[i] = char(step & 0xff);
    const QByteArray mac =
        QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const int offset = mac.back() & 0x0f;
    quint32 number = 0;
    for (int i = 0; i < 4; ++i)
        number = number << 8 | quint8(mac[offset + i]);
    return u"%1"_s.arg((number & 0x7fffffff) % 1'000'000, 6, 10, QChar(u'0'));
}

std::optional<qint64> Totp::stepOf(const QByteArray &secret, const QString &code, qint64 nowMs,
                                   qint64 lastStep)
{
    const qint64 now = nowMs / StepMs;
    for (const qint64 step : {now, now - 1, now + 1}) {
        if (step > lastStep && codeAt(secret, step) == code)
            return step;
    }
    return std::nullopt;
}

QString Totp::base32(const QByteArray &bytes)
{
    static constexpr char Alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = bits << 8 | quint8(byte);
        for (count += 8; count >= 5; count -= 5)
            text += QLatin1Char(Alphabet[bits >> (count - 5) & 31]);
    }
    if (count > 0)
        text += QLatin1Char(Alphabet[bits << (5 - count) & 31]);
    return text;
}

QString Totp::otpauthUrl(const QString &shop, const QString &account, const QByteArray &secret)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    return u"otpauth://totp/%1:%2?secret=%3&issuer=%1"_s.arg(encoded(shop), encoded(account),
                                                             base32(secret));
}

} // namespace tp::auth
