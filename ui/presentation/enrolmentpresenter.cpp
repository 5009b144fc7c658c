// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/enrolmentpresenter.h"

#include "ui/presentation/signinwords.h"

namespace tp::ui {

namespace {

QString inGroupsOfFour(const QString &text)
{
    QString grouped;
    for (qsizetype place = 0; place < text.size(); place += 4)
        grouped += (place == 0 ? QString() : QString(u' ')) + text.mid(place, 4);
    return grouped;
}

} // namespace

EnrolmentPresenter::EnrolmentPresenter(SessionPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{}

void EnrolmentPresenter::begin()
{
    forget();
    m_port.enrol(this, [this, generation = m_generation](const Result<QString> &secret) {
        if (!isCurrent(secret, generation))
            return;
        m_draft.step = EnrolmentState::Step::Code;
        m_draft.secret = inGroupsOfFour(secret.value());
        update();
    });
}

void EnrolmentPresenter::confirm(const QString &code)
{
    if (m_draft.step != EnrolmentState::Step::Code || m_draft.isBusy)
        return;
    m_draft.isBusy = true;
    m_words = {};
    update();
    const auto answered = [this, generation = m_generation](const Result<QStringList> &codes) {
        if (!isCurrent(codes, generation))
            return;
        m_draft.step = EnrolmentState::Step::Codes;
        m_draft.secret.clear();
        m_draft.recoveryCodes = codes.value();
        update();
    };
    m_port.confirmEnrolment(code.simplified().remove(u' '), this, answered);
}

void EnrolmentPresenter::finish()
{
    if (m_draft.step != EnrolmentState::Step::Codes || m_draft.isBusy)
        return;
    m_draft.isBusy = true;
    m_words = {};
    update();
    m_port.askAnew(this, [this, generation = m_generation](const Result<SignedInUser> &user) {
        if (!isCurrent(user, generation))
            return;
        forget();
        emit finished(user.value());
    });
}

void EnrolmentPresenter::forget()
{
    ++m_generation;
    m_words = {};
    m_draft = {};
    update();
}

/// Whether it is a good answer to the question that was asked last; else what went wrong is said.
template <typename Answer>
bool EnrolmentPresenter::isCurrent(const Answer &answer, int generation)
{
    if (generation != m_generation)
        return false;
    m_draft.isBusy = false;
    if (answer)
        return true;
    m_words = [error = answer.error()] { return SignInWords::ofEnrolment(error); };
    update();
    return false;
}

void EnrolmentPresenter::update()
{
    m_draft.notice = m_words ? m_words() : Notice();
    if (m_draft == m_state)
        return;
    m_state = m_draft;
    emit stateChanged(m_state);
}

} // namespace tp::ui
