// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"
#include "ui/presentation/saleport.h"

#include <QObject>
#include <QTimer>

namespace tp::ui {

/// Says how many finished sales the server does not have yet: those that it refused at once, those
/// that are on their way only when that takes long.
class WaitingPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PatienceMs = 3'000;

    /// The port must outlive it.
    explicit WaitingPresenter(SalePort &sales, int patienceMs = PatienceMs,
                              QObject *parent = nullptr);

    const Notice &notice() const { return m_notice; } ///< Empty: nothing to say.
    bool isRefused() const { return m_waiting.parked > 0; }

    void retranslate() { update(); }

signals:
    void noticeChanged();

private:
    void take(const WaitingSales &waiting);
    void update();
    Notice words() const;

    QTimer m_patience;
    WaitingSales m_waiting;
    bool m_isLong = false;
    Notice m_notice;
};

} // namespace tp::ui
