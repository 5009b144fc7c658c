// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"
#include "ui/presentation/pinentry.h"
#include "ui/presentation/tillport.h"

#include <QObject>

namespace tp::ui {

class DeskPort;
class SessionPresenter;

/// Who may sign in at this till, who of them is chosen, and their PIN while it is typed.
class StaffTiles final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    StaffTiles(TillPort &port, const DeskPort &desk, const SessionPresenter &session,
               QObject *parent = nullptr);

    const QList<StaffMember> &members() const { return m_members; }
    const StaffMember *member(const QString &id) const;
    const StaffMember *named(const QString &name) const;
    const StaffMember *chosen() const { return member(m_chosenId); }

    /// What is to be known about them as they stand; mostly nothing.
    Notice notice() const;

    PinEntry &pin() { return m_pin; }
    const PinEntry &pin() const { return m_pin; }

    enum class Entered { Nothing, Scan, NotAPin, Pin };

    /// What Enter makes of the digits; all but a PIN are gone afterwards.
    Entered enter();

    void load();
    void choose(const StaffMember &member); ///< Whatever was typed was for another.

    /// Whose screen this is behind the lock, else who was here last; else nobody.
    void chooseLikely();

signals:
    void loaded();
    void failed(const tp::Error &why);

private:
    void take(const QList<StaffMember> &members);

    TillPort &m_port;
    const DeskPort &m_desk;
    const SessionPresenter &m_session;
    QList<StaffMember> m_members;
    QString m_chosenId;
    PinEntry m_pin;
    std::optional<Error> m_failure; ///< Of the last load.
};

} // namespace tp::ui
