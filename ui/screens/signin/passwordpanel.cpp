// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/passwordpanel.h"

#include "ui/presentation/signinpresenter.h"
#include "ui/screens/signin/signintext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordedit.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

PasswordPanel::PasswordPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : FormCard(u"password"_s, parent)
    , m_presenter(presenter)
    , m_email(new QLineEdit)
    , m_password(new PasswordEdit(theme))
    , m_code(new QLineEdit)
    , m_emailField(new FormField(m_email, u"emailEdit"_s, this))
    , m_passwordField(new FormField(m_password, u"passwordEdit"_s, this))
    , m_codeField(new FormField(m_code, u"codeEdit"_s, this))
    , m_notice(new InlineNotice(theme, u"passwordNotice"_s, this))
    , m_signIn(new ChargeButton(theme, this))
{
    m_signIn->setObjectName(u"signInButton"_s);
    m_email->setMaxLength(254);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_code->setMaxLength(64);
    m_code->setInputMethodHints(Qt::ImhPreferNumbers | Qt::ImhNoPredictiveText);
    m_codeField->hide();
    layOut();

    connect(m_email, &QLineEdit::textChanged, &m_presenter, &SignInPresenter::setEmail);
    connect(m_signIn, &QPushButton::clicked, this, &PasswordPanel::submit);
    connect(m_toStaff, &QPushButton::clicked, &m_presenter, &SignInPresenter::goToStaff);
    connect(m_toSetUp, &QPushButton::clicked, &m_presenter, &SignInPresenter::goToSetUp);
    connect(m_signOut, &QPushButton::clicked, &m_presenter, &SignInPresenter::signOut);
    retranslate();
}

void PasswordPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xxl, space::Xxl, space::Xxl, space::Xl);
    column->setSpacing(space::M);
    column->addWidget(title());
    column->addWidget(subtitle());
    column->addSpacing(space::Xs);
    column->addWidget(m_emailField);
    column->addWidget(m_passwordField);
    column->addWidget(m_codeField);
    column->addWidget(m_notice);
    column->addSpacing(space::Xs);
    column->addWidget(m_signIn);
    m_issuerColumn = new QVBoxLayout;
    m_issuerColumn->setSpacing(space::S);
    column->addLayout(m_issuerColumn);
    auto *links = new QVBoxLayout;
    links->setSpacing(0);
    m_toStaff = addLink(*links, u"toStaffButton"_s);
    m_toSetUp = addLink(*links, u"toSetUpButton"_s);
    m_signOut = addLink(*links, u"signOutButton"_s);
    column->addLayout(links);
    setFixedWidth(size::FormWidth);
}

QPushButton *PasswordPanel::addLink(QVBoxLayout &column, const QString &name)
{
    auto *link = new QPushButton(this);
    link->setObjectName(name);
    link->setProperty("kind", u"link"_s);
    link->hide();
    column.addWidget(link);
    return link;
}

void PasswordPanel::submit()
{
    m_presenter.signIn({m_email->text(), m_password->text(), m_code->text()});
}

void PasswordPanel::takeFocus()
{
    if (m_shown.asksCode)
        m_code->setFocus(Qt::OtherFocusReason);
    else if (m_email->text().isEmpty())
        m_email->setFocus(Qt::OtherFocusReason);
    else
        m_password->setFocus(Qt::OtherFocusReason);
}

void PasswordPanel::render(const SignInState &state)
{
    const SignInState before = std::exchange(m_shown, state);
    const bool isShown = state.mode == SignInState::Mode::Password;
    if (!isShown || state.email != before.email) {
        m_password->forget();
        m_code->clear();
    }
    if (state.email != before.email)
        m_email->setText(state.email);
    m_codeField->setVisible(state.asksCode);
    if (!isShown)
        return;

    title()->setText(state.lockedFor.isEmpty() ? tr("Sign in") : tr("Locked"));
    subtitle()->setText(tr("%1 is signed in. The sale stays as it is.").arg(state.lockedFor));
    subtitle()->setVisible(!state.lockedFor.isEmpty());
    SignInText::showNotice(*m_notice, state);
    for (QWidget *input : {static_cast<QWidget *>(m_email), static_cast<QWidget *>(m_password),
                           static_cast<QWidget *>(m_code)})
        input->setEnabled(!state.isBusy);
    m_signIn->setEnabled(!state.isBusy && state.waitSeconds == 0);
    m_signIn->show(state.isBusy                ? tr("Signing in …")
                   : state.lockedFor.isEmpty() ? tr("Sign in")
                                               : tr("Unlock"),
                   state.isBusy ? QString() : tr("Enter"), {});
    m_toStaff->setVisible(state.isTill);
    m_toSetUp->setVisible(state.canSetUp && state.lockedFor.isEmpty());
    m_signOut->setVisible(!state.lockedFor.isEmpty());
    m_signOut->setText(tr("Sign %1 out").arg(QString(state.lockedFor).replace(u'&', u"&&"_s)));
    if (state.issuers != before.issuers)
        renderIssuers(state.issuers);
    for (QPushButton *button : std::as_const(m_issuerButtons))
        button->setEnabled(!state.isBusy);
    if (before.isBusy && !state.isBusy) {
        if (!state.asksCode)
            m_password->selectAll();
        m_code->clear();
        takeFocus();
    }
    if (state.asksCode && !before.asksCode)
        takeFocus();
}

void PasswordPanel::renderIssuers(const QList<IssuerOffer> &issuers)
{
    for (QPushButton *button : std::exchange(m_issuerButtons, {})) {
        m_issuerColumn->removeWidget(button);
        button->hide();
        button->deleteLater(); // It may be the sender of the signal that led here.
    }
    QWidget *before = m_signIn;
    for (int place = 0; place < issuers.size(); ++place) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"issuerButton%1"_s.arg(place));
        const QString text = tr("Sign in with %1").arg(issuers.at(place).name);
        button->setAccessibleName(text);
        button->setText(button->fontMetrics()
                            .elidedText(text, Qt::ElideRight, size::FormWidth - 100)
                            .replace(u'&', u"&&"_s)); // What somebody named is no mnemonic.
        connect(button, &QPushButton::clicked, &m_presenter,
                [this, place] { m_presenter.signInElsewhere(place); });
        m_issuerColumn->addWidget(button);
        m_issuerButtons.append(button);
        setTabOrder(before, button);
        before = button;
    }
}

void PasswordPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_presenter.cancel();
        event->accept();
        return;
    }
    FormCard::keyPressEvent(event);
}

void PasswordPanel::retranslate()
{
    m_emailField->setLabel(tr("E-mail"));
    m_passwordField->setLabel(tr("Password"));
    m_codeField->setLabel(tr("Code of the second factor"));
    m_toStaff->setText(tr("Use a PIN instead"));
    m_toSetUp->setText(tr("Set up a new shop …"));
    renderIssuers(m_shown.issuers);
    render(m_shown);
}

} // namespace tp::ui
