// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/browserpanel.h"

#include "ui/presentation/signinpresenter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/placeholder.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

BrowserPanel::BrowserPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_text(new Placeholder(theme, Placeholder::Weight::Page, u"browser"_s, this))
    , m_again(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"browserPanel"_s);
    m_again->setObjectName(u"browserAgainButton"_s);
    m_cancel->setObjectName(u"browserCancelButton"_s);
    connect(m_again, &QPushButton::clicked, &m_presenter, &SignInPresenter::openBrowserAgain);
    connect(m_cancel, &QPushButton::clicked, &m_presenter, &SignInPresenter::cancel);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::M);
    buttons->addStretch();
    buttons->addWidget(m_again);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_text);
    column->addLayout(buttons);
    column->addStretch();
    render({});
}

void BrowserPanel::takeFocus()
{
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void BrowserPanel::render(const SignInState &state)
{
    m_shown = state;
    m_text->setContent({.icon = Icon::Browser,
                        .title = tr("Go on in your browser"),
                        .explanation = tr("Sign in with %1 there; this window then goes on by "
                                          "itself.")
                                           .arg(state.issuerName),
                        .action = {},
                        .key = {}});
    m_again->setText(tr("Open it again"));
    m_cancel->setText(tr("Cancel (Esc)"));
}

void BrowserPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        m_presenter.cancel();
        event->accept();
        return;
    }
    QWidget::keyPressEvent(event);
}

void BrowserPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render(m_shown);
}

} // namespace tp::ui
