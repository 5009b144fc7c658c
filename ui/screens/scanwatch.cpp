// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/scanwatch.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>

namespace tp::ui {

namespace {

KeySink::Restore snapshotOf(QLineEdit *field)
{
    return
        [field = QPointer<QLineEdit>(field), text = field->text(), cursor = field->cursorPosition(),
         start = field->selectionStart(), length = field->selectionLength()] {
            if (!field)
                return;
            field->setText(text);
            if (start >= 0)
                field->setSelection(start, int(length));
            else
                field->setCursorPosition(cursor);
        };
}

KeySink::Restore snapshotAround(QWidget *focus)
{
    if (auto *field = qobject_cast<QLineEdit *>(focus))
        return snapshotOf(field);
    for (QWidget *widget = focus; widget; widget = widget->parentWidget()) {
        if (auto *sink = dynamic_cast<KeySink *>(widget))
            return sink->snapshot();
    }
    return [] {};
}

} // namespace

ScanWatch::ScanWatch(const Clock &clock, ScanDetector::IsBarcode isBarcode, QWidget &window)
    : QObject(&window)
    , m_clock(clock)
    , m_isBarcode(std::move(isBarcode))
    , m_window(window)
{
    qApp->installEventFilter(this);
}

void ScanWatch::setWatching(bool isWatching)
{
    m_isWatching = isWatching;
    m_detector.reset();
    m_before.clear();
}

bool ScanWatch::eventFilter(QObject *watched, QEvent *event)
{
    // A key goes to the focus first, and up from there when nobody takes it: seen once.
    const bool isOurs = m_isWatching && event->type() == QEvent::KeyPress &&
                        watched == QApplication::focusWidget() && m_window.isActiveWindow() &&
                        !QApplication::activePopupWidget() && !QApplication::activeModalWidget();
    return isOurs && takeKey(*static_cast<QKeyEvent *>(event));
}

bool ScanWatch::takeKey(const QKeyEvent &event)
{
    const qint64 atMs = event.timestamp() > 0 ? qint64(event.timestamp()) : m_clock.steadyMs();
    const int key = event.key();
    if (event.isAutoRepeat() || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        m_detector.reset();
        return false;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab)
        return takeEnd(atMs);
    if (event.text().size() == 1 && event.text().at(0).isPrint())
        takeCharacter(atMs, event.text().at(0));
    else if (!event.text().isEmpty())
        m_detector.reset(); // Backspace, Esc: a person. Shift alone has no text.
    return false;
}

void ScanWatch::takeCharacter(qint64 atMs, QChar character)
{
    const ScanDetector::Place place = m_detector.press(atMs, character);
    if (place == ScanDetector::Place::Begins)
        m_before.clear();
    const bool mayBegin = place != ScanDetector::Place::Inside;
    m_before.push_back(mayBegin ? snapshotAround(QApplication::focusWidget()) : KeySink::Restore());
}

bool ScanWatch::takeEnd(qint64 atMs)
{
    const auto scan = m_detector.finish(atMs, m_isBarcode);
    const auto before = std::exchange(m_before, {});
    if (!scan)
        return false;
    if (before.at(size_t(scan->first)))
        before.at(size_t(scan->first))();
    emit scanned(scan->code);
    return true;
}

} // namespace tp::ui
