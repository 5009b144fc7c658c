// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/saga/sagastep.h"

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace tp::test {

/// What happens to the next request about a step.
enum class Says {
    Done,
    Refused,
    LosesRequest, ///< It never arrives, and nobody answers.
    LosesAnswer,  ///< It is done, and nobody answers.
    ArrivesLate,  ///< Nobody answers, and it arrives when landLate() is called.
    Count
};

/// Somebody outside, with books of their own, who keeps what every gateway must promise: one key is
/// carried out once, and an undo stands, also when it comes first. May be used from any thread.
class FarEnd
{
public:
    enum class Effect { None, Happened, Declined, Undone };

    /// Of the requests about this step, whatever saga; without it all is done.
    void script(const std::string &step, Says says);

    /// Nothing where nobody answers.
    std::optional<saga::Reply> ask(saga::ActionKind kind, const std::string &step,
                                   const std::string &runKey);

    /// What is still on its way arrives.
    void landLate();

    Effect effectOf(const std::string &runKey) const;
    int happened() const; ///< How many keys are carried out and not undone.
    int requests() const;

private:
    std::optional<saga::Reply> run(const std::string &step, const std::string &runKey);
    void arrive(const std::string &runKey);

    mutable std::mutex m_mutex; ///< Guards all below.
    std::map<std::string, std::deque<Says>> m_script;
    std::map<std::string, Effect> m_books;
    std::vector<std::string> m_late;
    int m_requests = 0;
};

} // namespace tp::test
