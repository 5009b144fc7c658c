// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"
#include "ui/screens/signin/formcard.h"

class QLineEdit;
class QPushButton;

namespace tp::ui {

class ChargeButton;
class ChoiceBox;
class FormField;
class InlineNotice;
class PasswordEdit;
class SignInPresenter;
class Theme;

/// The first thing that a fresh shop shows: what it is called, what it sells in, and who owns it.
class SetUpPanel final : public FormCard
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    SetUpPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    void render(const SignInState &state);
    void takeFocus();

protected:
    void submit() override;
    void retranslate() override;

private:
    void layOut();
    void fillCurrencies();
    FormField *fieldOf(SetUpField field) const;

    SignInPresenter &m_presenter;
    QLineEdit *m_code = nullptr;
    QLineEdit *m_shopName = nullptr;
    ChoiceBox *m_currency = nullptr;
    QLineEdit *m_ownerName = nullptr;
    QLineEdit *m_email = nullptr;
    PasswordEdit *m_password = nullptr;
    FormField *m_codeField = nullptr;
    FormField *m_shopNameField = nullptr;
    FormField *m_currencyField = nullptr;
    FormField *m_ownerNameField = nullptr;
    FormField *m_emailField = nullptr;
    FormField *m_passwordField = nullptr;
    InlineNotice *m_notice = nullptr;
    ChargeButton *m_open = nullptr;
    QPushButton *m_toPassword = nullptr;
    SignInState m_shown;
};

} // namespace tp::ui
