// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace tp::ui {

class SessionPresenter;

/// Sees every key, click and touch of the whole program, so that a till nobody touches locks
/// itself. What comes too late never gets to what is behind the lock.
class ActivityWatch final : public QObject
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    explicit ActivityWatch(SessionPresenter &session, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    SessionPresenter &m_session;
    bool m_isKeyLate = false; ///< Its press is yet to come, and locked the screen already.
};

} // namespace tp::ui
