// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/listenaddress.h"

namespace tp::http {

using namespace Qt::StringLiterals;

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const Error malformed{
        ErrorCode::InvalidValue,
        u"\"%1\" is not an address to listen on: write ADDRESS:PORT, for example 127.0.0.1:8080"_s
            .arg(text),
        {}};
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return malformed;
    const QString portText = text.sliced(colon + 1);
    for (const QChar c : portText) {
        if (c < u'0' || c > u'9')
            return malformed;
    }
    bool isPort = false;
    const ushort port = portText.toUShort(&isPort);
    if (!isPort)
        return malformed;

    QString host = text.first(colon);
    if (host == u"*"_s)
        return ListenAddress{QHostAddress(QHostAddress::Any), port};
    if (host == u"localhost"_s)
        return ListenAddress{QHostAddress(QHostAddress::LocalHost), port};
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    QHostAddress address;
    const bool isIpv6 = host.contains(u':');
    // A Qt address also takes "1" or "0x7f.1" for IPv4; we want four numbers.
    if (isIpv6 != isBracketed || (!isIpv6 && host.count(u'.') != 3) || !address.setAddress(host))
        return malformed;
    return ListenAddress{address, port};
}

QString ListenAddress::toString() const
{
    if (host == QHostAddress(QHostAddress::Any))
        return u"*:%1"_s.arg(port);
    const bool isIpv6 = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIpv6 ? u"[%1]:%2"_s : u"%1:%2"_s).arg(host.toString()).arg(port);
}

QString ListenAddress::hostForUrl() const
{
    const bool isAny =
        host == QHostAddress(QHostAddress::Any) || host == QHostAddress(QHostAddress::AnyIPv4);
    if (isAny)
        return u"127.0.0.1:%1"_s.arg(port);
    if (host == QHostAddress(QHostAddress::AnyIPv6))
        return u"[::1]:%1"_s.arg(port);
    return toString();
}

} // namespace tp::http
