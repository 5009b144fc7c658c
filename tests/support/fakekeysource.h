// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/auth/keysource.h"

#include <map>
#include <vector>

namespace tp::test {

/// The network's far end: documents by their address. What is not there cannot be reached. Belongs
/// to the test's thread.
class FakeKeySource final : public auth::KeySource
{
public:
    std::map<std::string, std::string> documents;
    std::map<std::string, int> asked;
    int timeoutMs = 0;   ///< That was asked for last.
    bool isSlow = false; ///< Answers wait for answerAll().

    void get(const QUrl &url, int timeout, Got got) override
    {
        timeoutMs = timeout;
        const std::string address = url.toString().toStdString();
        ++asked[address];
        if (isSlow)
            m_waiting.push_back({address, std::move(got)});
        else
            got(answerOf(address));
    }

    /// Those that come because of an answer are answered too.
    void answerAll()
    {
        isSlow = false;
        for (auto waiting = std::exchange(m_waiting, {}); const auto &[address, got] : waiting)
            got(answerOf(address));
    }

private:
    Result<std::string> answerOf(const std::string &address) const
    {
        const auto found = documents.find(address);
        if (found != documents.end())
            return found->second;
        return Error{ErrorCode::Unavailable, QStringLiteral("no such host"), {}};
    }

    std::vector<std::pair<std::string, Got>> m_waiting;
};

} // namespace tp::test
