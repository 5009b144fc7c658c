// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/searchfield.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

/// Longer than any name or barcode of a catalogue; a paste of a whole page ends here.
constexpr int SearchLengthMax = 200;

} // namespace

SearchField::SearchField(Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_keyCap(new KeyCap(u"F2"_s, this))
    , m_clear(new QToolButton(this))
{
    setObjectName(u"searchField"_s);
    setMaxLength(SearchLengthMax);
    setInputMethodHints(Qt::ImhNoPredictiveText);

    m_clear->setObjectName(u"clearSearchButton"_s);
    m_clear->setProperty("kind", u"inner"_s);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setIconSize({size::IconM, size::IconM});
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &SearchField::clearByHand);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_keyCap->setVisible(text.isEmpty());
        m_clear->setVisible(!text.isEmpty());
    });
    connect(&m_theme, &Theme::changed, this, &SearchField::renderTheme);
    renderTheme();
    retranslate();
}

void SearchField::takeFocus()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void SearchField::clearByHand()
{
    clear();
    setFocus(Qt::OtherFocusReason);
    emit cleared();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clearByHand();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        emit downPressed();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int x = isRightToLeft() ? width() - space::M - size::IconM : space::M;
    painter.drawPixmap(
        QPointF(x, (height() - size::IconM) / 2.0),
        m_theme.pixmap(Icon::Search, Colour::Text2, size::IconM, devicePixelRatioF()));
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    const QSize cap = m_keyCap->sizeHint();
    const bool mirrored = isRightToLeft();
    const int iconRoom = space::M + size::IconM;
    setTextMargins(mirrored ? size::TouchMin : iconRoom, 0, mirrored ? iconRoom : size::TouchMin,
                   0);
    m_keyCap->setGeometry(mirrored ? space::M : width() - space::M - cap.width(),
                          (height() - cap.height()) / 2, cap.width(), cap.height());
    m_clear->setGeometry(mirrored ? 0 : width() - size::TouchMin, (height() - size::TouchMin) / 2,
                         size::TouchMin, size::TouchMin);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchField::renderTheme()
{
    m_clear->setIcon(m_theme.icon(Icon::Close, Colour::Text2, size::IconM));
    update();
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Search name, SKU or scan a barcode"));
    setAccessibleName(tr("Search products"));
    setAccessibleDescription(tr("F2 leads here, Esc empties the field"));
    m_clear->setAccessibleName(tr("Clear search"));
    m_clear->setToolTip(tr("Clear search (Esc)"));
}

} // namespace tp::ui
