// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;

namespace tp::ui {

/// A field of a form: its name above, what is wrong with it below, and nothing there while all is
/// well. The input is handed in and belongs to it from then on.
class FormField final : public QWidget
{
    Q_OBJECT

public:
    FormField(QWidget *input, const QString &name, QWidget *parent = nullptr);

    QWidget *input() const { return m_input; }

    void setLabel(const QString &label);
    void showFault(const QString &fault); ///< Empty: none.

private:
    QLabel *m_label = nullptr;
    QWidget *m_input = nullptr;
    QLabel *m_fault = nullptr;
};

} // namespace tp::ui
