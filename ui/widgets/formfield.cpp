// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/formfield.h"

#include "ui/theme/tokens.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

FormField::FormField(QWidget *input, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_input(input)
    , m_fault(new QLabel(this))
{
    setObjectName(name + u"Field"_s);
    m_label->setObjectName(name + u"Label"_s);
    m_label->setProperty("role", u"field"_s);
    m_label->setBuddy(input);
    m_input->setObjectName(name);
    m_fault->setObjectName(name + u"Fault"_s);
    m_fault->setProperty("role", u"fault"_s);
    m_fault->setWordWrap(true);
    m_fault->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Xs);
    column->addWidget(m_label);
    column->addWidget(m_input);
    column->addWidget(m_fault);
    setFocusProxy(input);
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_input->setAccessibleName(label);
}

void FormField::showFault(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_input->setAccessibleDescription(fault);
    const bool isWrong = !fault.isEmpty();
    if (m_input->property("wrong").toBool() == isWrong)
        return;
    m_input->setProperty("wrong", isWrong);
    m_input->style()->unpolish(m_input);
    m_input->style()->polish(m_input);
}

} // namespace tp::ui
