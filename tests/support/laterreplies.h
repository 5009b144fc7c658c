// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <utility>

namespace tp::test {

/// How a fake behind a port answers: in the next turn of the event loop or when a test lets it,
/// and never one who has died by then.
class LaterReplies
{
public:
    bool isHeld = false; ///< Answers wait for release().

    void say(QObject *context, std::function<void()> words)
    {
        auto sayIfAlive = [guard = QPointer<QObject>(context), words = std::move(words)] {
            if (guard)
                words();
        };
        if (isHeld)
            m_held.emplace_back(std::move(sayIfAlive));
        else
            QMetaObject::invokeMethod(context, std::move(sayIfAlive), Qt::QueuedConnection);
    }

    void release()
    {
        isHeld = false;
        for (const auto &words : std::exchange(m_held, {}))
            words();
    }

private:
    std::deque<std::function<void()>> m_held;
};

} // namespace tp::test
