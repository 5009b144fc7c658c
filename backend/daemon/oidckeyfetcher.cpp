// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/oidckeyfetcher.h"

#include "backend/auth/oidcdiscovery.h"
#include "backend/daemon/documentfetch.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace tp::daemon {

OidcKeyFetcher::OidcKeyFetcher()
    : m_mailbox(std::make_shared<http::Mailbox>(QThread::currentThread()))
{}

OidcKeyFetcher::~OidcKeyFetcher()
{
    m_mailbox->close();
}

void OidcKeyFetcher::get(const QUrl &url, int timeoutMs, Got got)
{
    m_mailbox->post([this, url, timeoutMs, got = std::move(got)] {
        if (!auth::isSafeUrl(url))
            return got(Error{ErrorCode::Unavailable, u"the address is not safe"_s, {}});
        new DocumentFetch(m_network, url, timeoutMs, got, &m_fetches);
    });
}

void OidcKeyFetcher::stop()
{
    const QObjectList fetches = m_fetches.children();
    for (QObject *fetch : fetches)
        static_cast<DocumentFetch *>(fetch)->giveUp(u"the backend is ending"_s);
}

} // namespace tp::daemon
