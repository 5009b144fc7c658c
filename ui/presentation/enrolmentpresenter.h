// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/notice.h"
#include "ui/presentation/sessionport.h"

#include <QMetaType>
#include <QObject>
#include <QStringList>

namespace tp::ui {

/// What the page shows on which somebody sets up the second factor that their role asks for.
struct EnrolmentState
{
    enum class Step {
        Loading,
        Code, ///< The secret is shown; a code of it proves that the app has it.
        Codes ///< The recovery codes are shown, this once.
    };

    Step step = Step::Loading;
    bool isBusy = false;
    QString secret; ///< In groups of four, as people copy them.
    QStringList recoveryCodes;
    Notice notice;

    friend bool operator==(const EnrolmentState &, const EnrolmentState &) = default;
};

/// Sets up a second factor for somebody who is signed in and may do nothing before they have one.
class EnrolmentPresenter final : public QObject
{
    Q_OBJECT

public:
    /// The port must outlive it.
    explicit EnrolmentPresenter(SessionPort &port, QObject *parent = nullptr);

    const EnrolmentState &state() const { return m_state; }

    void begin();
    void confirm(const QString &code);
    void finish(); ///< The recovery codes have been written down.
    void forget(); ///< Nothing of it is left on the screen.
    void retranslate() { update(); }

signals:
    void stateChanged(const tp::ui::EnrolmentState &state);

    /// Done: who they are now, with what they may.
    void finished(const tp::ui::SignedInUser &user);

private:
    using Words = std::function<Notice()>;

    template <typename Answer>
    bool isCurrent(const Answer &answer, int generation);
    void update();

    SessionPort &m_port;
    Words m_words;
    int m_generation = 0;
    EnrolmentState m_draft;
    EnrolmentState m_state;
};

} // namespace tp::ui
