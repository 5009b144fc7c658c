// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/socket.h"

#include <utility>

namespace tp::test {

/// Says back what it hears. "flood" is answered without an end, "bye" by hanging up.
class EchoGuest final : public http::SocketGuest
{
public:
    void opened(std::shared_ptr<http::SocketLine> line) override { m_line = std::move(line); }
    void heardText(std::string text) override
    {
        m_floods = text == "flood";
        if (text == "bye")
            m_line->hangUp({4000, "bye"});
        else if (m_floods)
            flood();
        else
            m_line->say({std::move(text)});
    }
    void heardBytes(std::string bytes) override { m_line->sayBytes(std::move(bytes)); }
    void wasSent() override
    {
        if (m_floods)
            flood();
    }

private:
    void flood() { m_line->say({std::string(256 * 1024, 'x')}); }

    std::shared_ptr<http::SocketLine> m_line;
    bool m_floods = false;
};

} // namespace tp::test
