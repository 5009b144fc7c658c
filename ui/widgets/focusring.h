// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

namespace tp::ui {

class Theme;

/// A ring around the button that has the keyboard's focus: outside of it, with a gap, in the
/// colour of text, so that it cannot be taken for a selection. Shown only when the keyboard brought
/// the focus there. One a window; it lies over everything and takes no input.
class FocusRing final : public QWidget
{
    Q_OBJECT

public:
    FocusRing(Theme &theme, QWidget &window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isOurs(const QObject *watched) const;
    void follow(QWidget *target, Qt::FocusReason reason);
    void letGo();
    void place();

    Theme &m_theme;
    QPointer<QWidget> m_target;
    bool m_cameByKey = false;
};

} // namespace tp::ui
