// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tp::ui {

/// Says for eight seconds at the bottom of its parent what has just gone, and offers to bring it
/// back. It takes no focus and stops nobody.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    static constexpr int ShownMs = 8'000;

    explicit Toast(QWidget *parent);

    void say(const QString &text);

    /// In the middle of this width of the parent, at its bottom.
    void place(int left, int width);

signals:
    void undoPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void settle();

    QLabel *m_text = nullptr;
    QPushButton *m_undo = nullptr;
    QTimer m_end;
    int m_left = 0;
    int m_width = 0;
};

} // namespace tp::ui
