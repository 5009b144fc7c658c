// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/storage/saga/farend.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace tp::test {

namespace {

saga::Reply replied(saga::Outcome outcome)
{
    if (outcome == saga::Outcome::Refused)
        return {outcome, saga::Failure{"payment_declined", u"declined"_s}, {}};
    return {outcome, std::nullopt, "said by the far end"};
}

} // namespace

void FarEnd::script(const std::string &step, Says says)
{
    const std::lock_guard lock(m_mutex);
    m_script[step].push_back(says);
}

std::optional<saga::Reply> FarEnd::ask(saga::ActionKind kind, const std::string &step,
                                       const std::string &runKey)
{
    const std::lock_guard lock(m_mutex);
    ++m_requests;
    switch (kind) {
    case saga::ActionKind::Run:
        return run(step, runKey);
    case saga::ActionKind::Undo:
        m_books[runKey] = Effect::Undone;
        return replied(saga::Outcome::Done);
    case saga::ActionKind::Inquire:
        break;
    case saga::ActionKind::None:
        Q_UNREACHABLE();
    }
    switch (m_books[runKey]) {
    case Effect::None:
        return replied(saga::Outcome::NotThere);
    case Effect::Happened:
        return replied(saga::Outcome::Done);
    case Effect::Declined:
    case Effect::Undone:
        return replied(saga::Outcome::Refused);
    }
    Q_UNREACHABLE();
}

void FarEnd::landLate()
{
    const std::lock_guard lock(m_mutex);
    for (const std::string &runKey : std::exchange(m_late, {}))
        arrive(runKey);
}

FarEnd::Effect FarEnd::effectOf(const std::string &runKey) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_books.find(runKey);
    return found == m_books.end() ? Effect::None : found->second;
}

int FarEnd::happened() const
{
    const std::lock_guard lock(m_mutex);
    int count = 0;
    for (const auto &[key, effect] : m_books)
        count += effect == Effect::Happened ? 1 : 0;
    return count;
}

int FarEnd::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

std::optional<saga::Reply> FarEnd::run(const std::string &step, const std::string &runKey)
{
    Says says = Says::Done;
    if (auto &script = m_script[step]; !script.empty()) {
        says = script.front();
        script.pop_front();
    }
    switch (says) {
    case Says::LosesRequest:
        return std::nullopt;
    case Says::ArrivesLate:
        m_late.push_back(runKey);
        return std::nullopt;
    case Says::Refused:
        if (m_books[runKey] == Effect::None)
            m_books[runKey] = Effect::Declined;
        break;
    case Says::Done:
    case Says::LosesAnswer:
        arrive(runKey);
        break;
    case Says::Count:
        Q_UNREACHABLE();
    }
    if (says == Says::LosesAnswer)
        return std::nullopt;
    const bool isThere = m_books[runKey] == Effect::Happened;
    return replied(isThere ? saga::Outcome::Done : saga::Outcome::Refused);
}

void FarEnd::arrive(const std::string &runKey)
{
    Effect &effect = m_books[runKey];
    if (effect == Effect::None)
        effect = Effect::Happened;
}

} // namespace tp::test
