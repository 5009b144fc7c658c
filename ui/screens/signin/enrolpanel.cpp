// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/enrolpanel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/inlinenotice.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

EnrolPanel::EnrolPanel(Theme &theme, EnrolmentPresenter &presenter, QWidget *parent)
    : FormCard(u"enrol"_s, parent)
    , m_presenter(presenter)
    , m_secret(new QLineEdit)
    , m_secretField(new FormField(m_secret, u"totpSecretEdit"_s, this))
    , m_code(new QLineEdit)
    , m_codeField(new FormField(m_code, u"totpCodeEdit"_s, this))
    , m_recovery(new QLabel(this))
    , m_notice(new InlineNotice(theme, u"enrolNotice"_s, this))
    , m_goOn(new ChargeButton(theme, this))
    , m_cancel(new QPushButton(this))
{
    m_secret->setReadOnly(true); // To be selected and copied.
    m_code->setMaxLength(16);
    m_code->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    m_recovery->setObjectName(u"recoveryCodes"_s);
    m_recovery->setProperty("role", u"h2"_s);
    m_recovery->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_goOn->setObjectName(u"enrolGoOnButton"_s);
    m_cancel->setObjectName(u"enrolCancelButton"_s);
    m_cancel->setProperty("kind", u"link"_s);
    layOut();
    connect(m_goOn, &QPushButton::clicked, this, &EnrolPanel::submit);
    connect(m_cancel, &QPushButton::clicked, this, &EnrolPanel::cancelRequested);
    connect(&m_presenter, &EnrolmentPresenter::stateChanged, this, &EnrolPanel::render);
    retranslate();
}

void EnrolPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xxl, space::Xxl, space::Xxl, space::Xl);
    column->setSpacing(space::M);
    column->addWidget(title());
    column->addWidget(subtitle());
    column->addWidget(m_secretField);
    column->addWidget(m_codeField);
    column->addWidget(m_recovery);
    column->addWidget(m_notice);
    column->addSpacing(space::Xs);
    column->addWidget(m_goOn);
    column->addWidget(m_cancel);
    setFixedWidth(size::FormWidth);
}

void EnrolPanel::takeFocus()
{
    if (m_shown.step == EnrolmentState::Step::Codes)
        m_goOn->setFocus(Qt::OtherFocusReason);
    else
        m_code->setFocus(Qt::OtherFocusReason);
}

void EnrolPanel::submit()
{
    switch (m_shown.step) {
    case EnrolmentState::Step::Loading:
        m_presenter.begin();
        return;
    case EnrolmentState::Step::Code:
        m_presenter.confirm(m_code->text());
        return;
    case EnrolmentState::Step::Codes:
        m_presenter.finish();
        return;
    }
    Q_UNREACHABLE();
}

void EnrolPanel::render(const EnrolmentState &state)
{
    using Step = EnrolmentState::Step;
    const EnrolmentState before = std::exchange(m_shown, state);
    const bool isLast = state.step == Step::Codes;
    const bool hasFailedToLoad = state.step == Step::Loading && !state.notice.isEmpty();
    subtitle()->setText(
        isLast ? tr("Write these down and keep them away from the phone. Each one lets you in once "
                    "when the app is lost, and they are shown only now.")
               : tr("Your role asks for one. Enter this key in an app for codes, as Aegis or "
                    "Google Authenticator, then the code that it shows."));
    m_secret->setText(state.secret);
    m_secretField->setVisible(!isLast);
    m_codeField->setVisible(!isLast);
    m_recovery->setText(state.recoveryCodes.join(u'\n'));
    m_recovery->setVisible(isLast);
    m_notice->show(InlineNotice::Tone::Danger, state.notice.what,
                   (state.notice.why + u' ' + state.notice.next).simplified());
    m_goOn->setEnabled(!state.isBusy && (state.step != Step::Loading || hasFailedToLoad));
    m_goOn->show(isLast            ? tr("I have them")
                 : hasFailedToLoad ? tr("Try again")
                                   : tr("Go on"),
                 tr("Enter"), {});
    m_cancel->setVisible(!isLast);
    if (state.step != before.step || !state.notice.isEmpty()) {
        m_code->clear();
        if (isVisible())
            takeFocus();
    }
}

void EnrolPanel::retranslate()
{
    title()->setText(tr("A second factor"));
    m_secretField->setLabel(tr("Key for the app"));
    m_codeField->setLabel(tr("Code from the app"));
    m_cancel->setText(tr("Not now: sign out"));
    m_recovery->setAccessibleName(tr("Recovery codes"));
    render(m_shown);
}

} // namespace tp::ui
