// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/sell/entrycard.h"

#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int EntryLengthMax = 200;

QPushButton *entryButton(const QString &name, const QString &kind, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    button->setObjectName(name);
    button->setProperty("kind", kind);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

EntryCard::EntryCard(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_unit(new QLabel(this))
    , m_percent(entryButton(u"entryPercent"_s, u"choice"_s, this))
    , m_amount(entryButton(u"entryAmount"_s, u"choice"_s, this))
    , m_fault(new QLabel(this))
    , m_cancel(entryButton(u"entryCancel"_s, {}, this))
    , m_apply(entryButton(u"entryApply"_s, {}, this))
{
    setObjectName(u"entryCard"_s);
    setProperty("kind", u"entry"_s);
    m_title->setObjectName(u"entryTitle"_s);
    m_title->setProperty("role", u"field"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_field->setObjectName(u"entryField"_s);
    m_field->setMaxLength(EntryLengthMax);
    m_unit->setObjectName(u"entryUnit"_s);
    m_fault->setObjectName(u"entryFault"_s);
    m_fault->setProperty("role", u"fault"_s);
    m_fault->setWordWrap(true);
    for (QPushButton *choice : {m_percent, m_amount})
        choice->setCheckable(true);
    layOut();
    m_field->installEventFilter(this);
    connect(m_percent, &QPushButton::clicked, this, [this] { emit percentChosen(true); });
    connect(m_amount, &QPushButton::clicked, this, [this] { emit percentChosen(false); });
    connect(m_cancel, &QPushButton::clicked, this, &EntryCard::cancelled);
    connect(m_apply, &QPushButton::clicked, this, &EntryCard::submit);
    retranslate();
    hide();
}

void EntryCard::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(space::S);
    line->addWidget(m_field, 1);
    line->addWidget(m_unit);
    line->addWidget(m_percent);
    line->addWidget(m_amount);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::S);
    buttons->addWidget(m_cancel, 1);
    buttons->addWidget(m_apply, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::M, space::S, space::M, space::M);
    column->setSpacing(space::S);
    column->addWidget(m_title);
    column->addLayout(line);
    column->addWidget(m_fault);
    column->addLayout(buttons);
}

void EntryCard::show(const CartEntry &entry)
{
    using Kind = CartEntry::Kind;
    const bool isNew = entry.kind != m_entry.kind || entry.title != m_entry.title;
    const bool isDiscount = entry.kind == Kind::LineDiscount || entry.kind == Kind::CartDiscount;
    m_entry = entry;
    m_title->setText(entry.title);
    m_unit->setText(entry.unit);
    m_unit->setVisible(!entry.unit.isEmpty());
    m_percent->setVisible(isDiscount);
    m_amount->setVisible(isDiscount);
    m_percent->setChecked(entry.isPercent);
    m_amount->setChecked(!entry.isPercent);
    m_amount->setText(entry.currency);
    m_fault->setText(entry.fault);
    m_fault->setVisible(!entry.fault.isEmpty());
    m_field->setProperty("wrong", !entry.fault.isEmpty());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    m_field->setAccessibleName(entry.title);
    m_field->setAccessibleDescription(entry.fault);
    setVisible(entry.kind != Kind::None);
    if (entry.kind == Kind::None)
        return;
    if (isNew)
        m_field->setText(entry.text);
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
}

bool EntryCard::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter && key->key() != Qt::Key_Escape)
        return false;
    // Swallowed here: the field would hand the same key on to the page, which pays with it.
    if (isEnter && !key->isAutoRepeat())
        submit();
    else if (!isEnter)
        emit cancelled();
    return true;
}

void EntryCard::submit()
{
    emit submitted(m_field->text());
}

void EntryCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EntryCard::retranslate()
{
    m_percent->setText(tr("%"));
    m_percent->setAccessibleName(tr("Per cent"));
    m_amount->setAccessibleName(tr("Amount"));
    m_cancel->setText(tr("Cancel"));
    m_apply->setText(tr("Apply"));
}

} // namespace tp::ui
