// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/keepingpresenter.h"

#include "ui/presentation/deskport.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/tillpresenter.h"

namespace tp::ui {

KeepingPresenter::KeepingPresenter(const SessionPresenter &session, const TillPresenter &till,
                                   DeskPort &desk, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_till(till)
    , m_desk(desk)
{
    connect(&session, &SessionPresenter::stateChanged, this, &KeepingPresenter::update);
    connect(&till, &TillPresenter::stateChanged, this, &KeepingPresenter::update);
}

void KeepingPresenter::confirm()
{
    m_desk.setHasReadKeeping();
    update();
}

Notice KeepingPresenter::words() const
{
    if (!m_session.state().isSignedIn() || m_desk.hasReadKeeping())
        return {};
    const auto &till = m_till.state().till;
    if (till && till->keptIn == KeptIn::Nowhere) {
        return {tr("This till's secret could not be kept"),
                tr("There is no keyring here, and the data folder cannot be written to."),
                tr("After a restart a manager has to make this computer a till again.")};
    }
    const bool isInFile = till && till->keptIn == KeptIn::File;
    const bool isForRunOnly = m_session.state().keptIn == KeptIn::Nowhere;
    const QString what = tr("No keyring here");
    if (isInFile && isForRunOnly) {
        return {what,
                {},
                tr("After a restart you will be asked to sign in again; the till's secret is in a "
                   "file that only this computer's user reads.")};
    }
    if (isForRunOnly)
        return {what, {}, tr("After a restart you will be asked to sign in again.")};
    if (isInFile) {
        return {
            what, {}, tr("The till's secret is in a file that only this computer's user reads.")};
    }
    return {};
}

void KeepingPresenter::update()
{
    const Notice next = words();
    if (next == m_notice)
        return;
    m_notice = next;
    emit noticeChanged(m_notice);
}

} // namespace tp::ui
