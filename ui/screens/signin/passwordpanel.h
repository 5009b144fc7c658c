// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/presentation/signinstate.h"
#include "ui/screens/signin/formcard.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tp::ui {

class ChargeButton;
class FormField;
class InlineNotice;
class PasswordEdit;
class SignInPresenter;
class Theme;

/// Signing in with an e-mail and a password, and the ways to sign in otherwise.
class PasswordPanel final : public FormCard
{
    Q_OBJECT

public:
    /// The presenter must outlive it.
    PasswordPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent = nullptr);

    void render(const SignInState &state);

    /// The first field that waits for something.
    void takeFocus();

protected:
    void submit() override;
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();
    void renderIssuers(const QList<IssuerOffer> &issuers);
    QPushButton *addLink(QVBoxLayout &column, const QString &name);

    SignInPresenter &m_presenter;
    QLineEdit *m_email = nullptr;
    PasswordEdit *m_password = nullptr;
    QLineEdit *m_code = nullptr;
    FormField *m_emailField = nullptr;
    FormField *m_passwordField = nullptr;
    FormField *m_codeField = nullptr;
    InlineNotice *m_notice = nullptr;
    ChargeButton *m_signIn = nullptr;
    QVBoxLayout *m_issuerColumn = nullptr;
    QList<QPushButton *> m_issuerButtons;
    QPushButton *m_toStaff = nullptr;
    QPushButton *m_toSetUp = nullptr;
    QPushButton *m_signOut = nullptr;
    SignInState m_shown;
};

} // namespace tp::ui
