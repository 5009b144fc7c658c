// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/stafftiles.h"

#include "ui/presentation/deskport.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/signinwords.h"

#include <algorithm>

namespace tp::ui {

namespace {

template <typename Fits>
const StaffMember *firstOf(const QList<StaffMember> &members, Fits fits)
{
    const auto found = std::find_if(members.begin(), members.end(), fits);
    return found == members.end() ? nullptr : &*found;
}

} // namespace

StaffTiles::StaffTiles(TillPort &port, const DeskPort &desk, const SessionPresenter &session,
                       QObject *parent)
    : QObject(parent)
    , m_port(port)
    , m_desk(desk)
    , m_session(session)
{}

const StaffMember *StaffTiles::member(const QString &id) const
{
    return firstOf(m_members, [&id](const StaffMember &one) { return one.id.toQString() == id; });
}

const StaffMember *StaffTiles::named(const QString &name) const
{
    return firstOf(m_members, [&name](const StaffMember &one) { return one.name == name; });
}

Notice StaffTiles::notice() const
{
    if (m_members.isEmpty() && m_failure)
        return SignInWords::ofPin(*m_failure);
    const StaffMember *member = chosen();
    return member && member->isPinLocked ? SignInWords::pinLocked() : Notice();
}

void StaffTiles::load()
{
    m_port.loadStaff(this, [this](const Result<QList<StaffMember>> &members) {
        if (members) {
            take(members.value());
        } else {
            m_failure = members.error();
            emit failed(members.error());
        }
    });
}

void StaffTiles::take(const QList<StaffMember> &members)
{
    m_members = members;
    m_failure.reset();
    if (!chosen())
        chooseLikely();
    emit loaded();
}

void StaffTiles::choose(const StaffMember &member)
{
    m_chosenId = member.id.toQString();
    m_pin.clear();
}

StaffTiles::Entered StaffTiles::enter()
{
    const Entered entered = m_pin.length() == 0   ? Entered::Nothing
                            : m_pin.isScan()      ? Entered::Scan
                            : !m_pin.isPossible() ? Entered::NotAPin
                                                  : Entered::Pin;
    if (entered != Entered::Pin)
        m_pin.clear();
    return entered;
}

void StaffTiles::chooseLikely()
{
    m_chosenId.clear();
    m_pin.clear();
    const SessionState &session = m_session.state();
    const bool isLocked = session.phase == SessionState::Phase::Locked;
    const StaffMember *likely =
        member(isLocked ? session.user.id.toQString() : m_desk.lastPersonId());
    if (likely && likely->hasPin)
        choose(*likely);
}

} // namespace tp::ui
