// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/storage/commitbell.h"

#include <QtGlobal>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tp::storage {

CommitBell::CommitBell() : m_descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC))
{
    if (m_descriptor < 0)
        qFatal("no event descriptor is to be had");
}

CommitBell::~CommitBell()
{
    ::close(m_descriptor);
}

void CommitBell::ring()
{
    // Fails only when it was rung 2^64 times and not heard: then it is readable all the same.
    [[maybe_unused]] const int done = ::eventfd_write(m_descriptor, 1);
}

bool CommitBell::wasRung()
{
    eventfd_t count = 0;
    return ::eventfd_read(m_descriptor, &count) == 0;
}

} // namespace tp::storage
