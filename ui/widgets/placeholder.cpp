// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/placeholder.h"

#include "ui/theme/theme.h"
#include "ui/widgets/breakabletext.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int TextWidthMax = 460;

QLabel *centredLabel(const QString &name, const QString &role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setProperty("role", role);
    label->setAlignment(Qt::AlignCenter);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMaximumWidth(TextWidthMax);
    label->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return label;
}

} // namespace

Placeholder::Placeholder(Theme &theme, Weight weight, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_iconPixels(weight == Weight::Page ? size::IconPlaceholder : size::IconPlaceholder - 8)
{
    setObjectName(name);
    m_icon = new QLabel(this);
    m_icon->setObjectName(name + u"Icon"_s);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = centredLabel(name + u"Title"_s, weight == Weight::Page ? u"h1"_s : u"h2"_s, this);
    m_explanation = centredLabel(name + u"Explanation"_s, u"muted"_s, this);
    m_action = new QPushButton(this);
    m_action->setObjectName(name + u"Action"_s);
    m_action->setFocusPolicy(Qt::TabFocus); // A tap leaves the focus to the scan field.
    m_action->setMinimumHeight(size::TouchMin);

    const auto addCentred = [](QVBoxLayout *column, QWidget *widget) {
        auto *row = new QHBoxLayout;
        row->addWidget(widget);
        column->addLayout(row);
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xl, space::Xl, space::Xl, space::Xl);
    column->setSpacing(weight == Weight::Page ? space::M : space::S);
    column->addStretch();
    column->addWidget(m_icon);
    addCentred(column, m_title);
    addCentred(column, m_explanation);
    column->addSpacing(space::S);
    auto *actionRow = new QHBoxLayout;
    actionRow->addStretch();
    actionRow->addWidget(m_action);
    actionRow->addStretch();
    column->addLayout(actionRow);
    column->addStretch();

    connect(m_action, &QPushButton::clicked, this, &Placeholder::actionRequested);
    connect(&m_theme, &Theme::changed, this, &Placeholder::renderIcon);
}

void Placeholder::setContent(const Content &content)
{
    m_shownIcon = content.icon;
    m_title->setText(breakable(content.title));
    m_explanation->setText(breakable(content.explanation));
    m_explanation->setVisible(!content.explanation.isEmpty());
    m_action->setText(content.key.isEmpty()
                          ? content.action
                          //: A button and the key that does the same: "Clear (Esc)"
                          : tr("%1 (%2)").arg(content.action, content.key));
    m_action->setVisible(!content.action.isEmpty());
    setAccessibleName(content.title);
    setAccessibleDescription(content.explanation);
    renderIcon();
}

void Placeholder::renderIcon()
{
    m_icon->setPixmap(
        m_theme.pixmap(m_shownIcon, Colour::Text3, m_iconPixels, devicePixelRatioF()));
}

} // namespace tp::ui
