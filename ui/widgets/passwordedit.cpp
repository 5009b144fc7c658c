// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/passwordedit.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

/// As the contract has it; longer is no password of anybody.
constexpr int PasswordLengthMax = 1024;

} // namespace

PasswordEdit::PasswordEdit(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_reveal(new QToolButton(this))
{
    setMaxLength(PasswordLengthMax);
    setEchoMode(QLineEdit::Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase |
                        Qt::ImhSensitiveData);
    m_reveal->setObjectName(u"revealButton"_s);
    m_reveal->setProperty("kind", u"inner"_s);
    m_reveal->setCheckable(true);
    m_reveal->setCursor(Qt::ArrowCursor);
    m_reveal->setFocusPolicy(Qt::TabFocus);
    m_reveal->setIconSize({size::IconM, size::IconM});
    connect(m_reveal, &QToolButton::toggled, this, [this](bool isShown) {
        setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        render();
    });
    connect(&m_theme, &Theme::changed, this, &PasswordEdit::render);
    render();
}

void PasswordEdit::forget()
{
    clear();
    m_reveal->setChecked(false);
}

void PasswordEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const bool mirrored = isRightToLeft();
    setTextMargins(mirrored ? size::TouchMin : 0, 0, mirrored ? 0 : size::TouchMin, 0);
    m_reveal->setGeometry(mirrored ? 0 : width() - size::TouchMin, (height() - size::TouchMin) / 2,
                          size::TouchMin, size::TouchMin);
}

void PasswordEdit::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void PasswordEdit::render()
{
    const bool isShown = m_reveal->isChecked();
    m_reveal->setIcon(m_theme.icon(isShown ? Icon::EyeOff : Icon::Eye, Colour::Text2, size::IconM));
    const QString name = isShown ? tr("Hide the password") : tr("Show the password");
    m_reveal->setAccessibleName(name);
    m_reveal->setToolTip(name);
}

} // namespace tp::ui
