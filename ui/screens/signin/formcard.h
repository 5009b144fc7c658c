// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QLabel;

namespace tp::ui {

/// A card with a title and what is said below it, above a form. Enter sends the form wherever the
/// focus is, unless it is on a button.
class FormCard : public QFrame
{
    Q_OBJECT

protected:
    /// "setUp" names the parts setUpPanel, setUpTitle and setUpSubtitle.
    FormCard(const QString &name, QWidget *parent);

    QLabel *title() const { return m_title; }
    QLabel *subtitle() const { return m_subtitle; }

    virtual void submit() = 0;
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
};

} // namespace tp::ui
