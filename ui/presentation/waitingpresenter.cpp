// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/waitingpresenter.h"

namespace tp::ui {

WaitingPresenter::WaitingPresenter(SalePort &sales, int patienceMs, QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isLong = true;
        update();
    });
    sales.watchWaiting(this, [this](const WaitingSales &waiting) { take(waiting); });
}

void WaitingPresenter::take(const WaitingSales &waiting)
{
    m_waiting = waiting;
    if (waiting.sending == 0) {
        m_patience.stop();
        m_isLong = false;
    } else if (!m_isLong && !m_patience.isActive()) {
        m_patience.start();
    }
    update();
}

Notice WaitingPresenter::words() const
{
    if (m_waiting.parked > 0) {
        return {tr("The server did not accept %Ln sale(s)", nullptr, m_waiting.parked),
                {},
                tr("They are kept here. A manager should look at them.")};
    }
    if (m_isLong) {
        return {tr("%Ln sale(s) are saved here", nullptr, m_waiting.sending),
                {},
                tr("They will be sent by themselves.")};
    }
    return {};
}

void WaitingPresenter::update()
{
    Notice next = words();
    if (next == m_notice)
        return;
    m_notice = std::move(next);
    emit noticeChanged();
}

} // namespace tp::ui
