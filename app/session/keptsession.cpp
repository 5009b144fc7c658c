// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "app/session/keptsession.h"

namespace tp::session {

using contract::Object;
using contract::Text;
using contract::Use;

const Object<KeptIssuer> &KeptIssuer::object()
{
    static const auto object =
        Object<KeptIssuer>(Use::Answer, "KeptIssuer", "Where a kept sign-in is renewed")
            .required("token_url", &KeptIssuer::tokenUrl, Text::any(), "The token endpoint")
            .required("client_id", &KeptIssuer::clientId, Text::any(), "Ours over there")
            .required("audience", &KeptIssuer::audience, Text::any(), "Whom its tokens are for");
    return object;
}

const Object<KeptSession> &KeptSession::object()
{
    static const auto object =
        Object<KeptSession>(Use::Answer, "KeptSession", "A sign-in between two runs")
            .required("refresh_token", &KeptSession::refreshToken, Text::any(), "Good once")
            .optional("issuer", &KeptSession::issuer, "None: it is the shop's own");
    return object;
}

QByteArray KeptSession::toBytes() const
{
    return QByteArray::fromStdString(object().toJson(*this));
}

std::optional<KeptSession> KeptSession::fromBytes(const QByteArray &bytes)
{
    const auto kept = object().parse({bytes.constData(), std::size_t(bytes.size())});
    if (!kept || kept->refreshToken.isEmpty())
        return std::nullopt;
    return kept.value();
}

} // namespace tp::session
