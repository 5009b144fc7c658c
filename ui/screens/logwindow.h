// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace tp::ui {

/// The last lines that the shop server wrote, for the person who helps. They can be selected and
/// copied; the window does not stop the till.
class LogWindow final : public QDialog
{
    Q_OBJECT

public:
    explicit LogWindow(QWidget *parent = nullptr);

    void showLines(const QStringList &lines);

private:
    QPlainTextEdit *m_lines = nullptr;
};

} // namespace tp::ui
