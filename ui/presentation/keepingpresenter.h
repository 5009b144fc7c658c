// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"

#include <QObject>

namespace tp::ui {

class DeskPort;
class SessionPresenter;
class TillPresenter;

/// Says where this computer keeps secrets when that is not the keychain: a sign-in that ends with
/// the program, a till's secret in a file. Said until somebody has read it.
class KeepingPresenter final : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive it.
    KeepingPresenter(const SessionPresenter &session, const TillPresenter &till, DeskPort &desk,
                     QObject *parent = nullptr);

    const Notice &notice() const { return m_notice; } ///< Empty: nothing to say.

    void confirm();
    void retranslate() { update(); }

signals:
    void noticeChanged(const tp::ui::Notice &notice);

private:
    Notice words() const;
    void update();

    const SessionPresenter &m_session;
    const TillPresenter &m_till;
    DeskPort &m_desk;
    Notice m_notice;
};

} // namespace tp::ui
