// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/choicebox.h"

#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>

namespace tp::ui {

ChoiceBox::ChoiceBox(Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme)
{
    setView(new QListView(this)); // Whose rows a style sheet can size.
    setMaxVisibleItems(8);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const int x = isRightToLeft() ? space::M : width() - space::M - size::IconM;
    painter.drawPixmap(QPointF(x, (height() - size::IconM) / 2.0),
                       m_theme.pixmap(Icon::Chevron, isEnabled() ? Colour::Text2 : Colour::Text3,
                                      size::IconM, devicePixelRatioF()));
}

} // namespace tp::ui
