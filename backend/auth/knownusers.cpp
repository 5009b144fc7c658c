// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/auth/knownusers.h"

namespace tp::auth {
namespace {

/// No issuer's address has a space in it.
std::string keyOf(const OidcAccount &account)
{
    return account.issuer + ' ' + account.subject;
}

} // namespace

std::optional<KnownUsers::Entry> KnownUsers::find(const OidcAccount &account)
{
    const std::string key = keyOf(account);
    const std::lock_guard lock(m_mutex);
    const Entry *entry = m_entries.find(key);
    return entry ? std::optional(*entry) : std::nullopt;
}

void KnownUsers::insert(const OidcAccount &account, const Entry &entry)
{
    const std::string key = keyOf(account);
    const std::lock_guard lock(m_mutex);
    m_entries.insert(key, entry);
}

} // namespace tp::auth
