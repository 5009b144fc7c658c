// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/enrolmentpresenter.h"
#include "ui/screens/signin/formcard.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tp::ui {

class ChargeButton;
class FormField;
class InlineNotice;
class Theme;

/// Setting up a second factor, because a role asks for it: the key for the app, a code that proves
/// it, and the recovery codes to write down.
class EnrolPanel final : public FormCard
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    EnrolPanel(Theme &theme, EnrolmentPresenter &presenter, QWidget *parent = nullptr);

    void takeFocus();

signals:
    void cancelRequested();

protected:
    void submit() override;
    void retranslate() override;

private:
    void layOut();
    void render(const EnrolmentState &state);

    EnrolmentPresenter &m_presenter;
    QLineEdit *m_secret = nullptr;
    FormField *m_secretField = nullptr;
    QLineEdit *m_code = nullptr;
    FormField *m_codeField = nullptr;
    QLabel *m_recovery = nullptr;
    InlineNotice *m_notice = nullptr;
    ChargeButton *m_goOn = nullptr;
    QPushButton *m_cancel = nullptr;
    EnrolmentState m_shown;
};

} // namespace tp::ui
