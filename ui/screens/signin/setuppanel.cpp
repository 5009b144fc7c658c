// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screens/signin/setuppanel.h"

#include "ui/presentation/currencychoices.h"
#include "ui/presentation/signinpresenter.h"
#include "ui/screens/signin/signintext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chargebutton.h"
#include "ui/widgets/choicebox.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/passwordedit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tp::ui {

namespace {

constexpr int NameLengthMax = 200;
constexpr int PanelWidth = 520;
constexpr int CurrencyWidth = 120;

} // namespace

SetUpPanel::SetUpPanel(Theme &theme, SignInPresenter &presenter, QWidget *parent)
    : FormCard(u"setUp"_s, parent)
    , m_presenter(presenter)
    , m_code(new QLineEdit)
    , m_shopName(new QLineEdit)
    , m_currency(new ChoiceBox(theme))
    , m_ownerName(new QLineEdit)
    , m_email(new QLineEdit)
    , m_password(new PasswordEdit(theme))
    , m_codeField(new FormField(m_code, u"setUpCodeEdit"_s, this))
    , m_shopNameField(new FormField(m_shopName, u"shopNameEdit"_s, this))
    , m_currencyField(new FormField(m_currency, u"currencyBox"_s, this))
    , m_ownerNameField(new FormField(m_ownerName, u"ownerNameEdit"_s, this))
    , m_emailField(new FormField(m_email, u"ownerEmailEdit"_s, this))
    , m_passwordField(new FormField(m_password, u"ownerPasswordEdit"_s, this))
    , m_notice(new InlineNotice(theme, u"setUpNotice"_s, this))
    , m_open(new ChargeButton(theme, this))
    , m_toPassword(new QPushButton(this))
{
    m_open->setObjectName(u"openShopButton"_s);
    m_toPassword->setObjectName(u"setUpToPasswordButton"_s);
    m_toPassword->setProperty("kind", u"link"_s);
    m_shopName->setMaxLength(NameLengthMax);
    m_ownerName->setMaxLength(NameLengthMax);
    m_email->setMaxLength(254);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_code->setMaxLength(64);
    fillCurrencies();
    layOut();
    connect(m_open, &QPushButton::clicked, this, &SetUpPanel::submit);
    connect(m_toPassword, &QPushButton::clicked, &m_presenter, &SignInPresenter::goToPassword);
    retranslate();
}

void SetUpPanel::fillCurrencies()
{
    m_currency->addItems(currencyChoices());
    m_currency->setCurrentText(currencyOf(QLocale()));
}

void SetUpPanel::layOut()
{
    auto *shop = new QHBoxLayout;
    shop->setSpacing(space::M);
    shop->addWidget(m_shopNameField, 1, Qt::AlignTop);
    shop->addWidget(m_currencyField, 0, Qt::AlignTop);
    m_currencyField->setFixedWidth(CurrencyWidth);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::Xxl, space::Xl, space::Xxl, space::M);
    column->setSpacing(space::M);
    column->addWidget(title());
    column->addWidget(subtitle());
    column->addWidget(m_codeField);
    column->addLayout(shop);
    column->addWidget(m_ownerNameField);
    column->addWidget(m_emailField);
    column->addWidget(m_passwordField);
    column->addWidget(m_notice);
    column->addSpacing(space::Xs);
    column->addWidget(m_open);
    column->addWidget(m_toPassword);
    setFixedWidth(PanelWidth);
    QWidget *const order[] = {m_code,
                              m_shopName,
                              m_currency,
                              m_ownerName,
                              m_email,
                              m_password,
                              m_password->revealButton(),
                              m_open,
                              m_toPassword};
    for (std::size_t place = 1; place < std::size(order); ++place)
        setTabOrder(order[place - 1], order[place]);
}

FormField *SetUpPanel::fieldOf(SetUpField field) const
{
    switch (field) {
    case SetUpField::Code:
        return m_codeField;
    case SetUpField::ShopName:
        return m_shopNameField;
    case SetUpField::Currency:
        return m_currencyField;
    case SetUpField::OwnerName:
        return m_ownerNameField;
    case SetUpField::Email:
        return m_emailField;
    case SetUpField::Password:
        return m_passwordField;
    }
    Q_UNREACHABLE();
}

void SetUpPanel::takeFocus()
{
    QWidget *first = m_shown.asksSetUpCode && m_code->text().isEmpty() ? m_code : m_shopName;
    for (const SetUpField field : m_shown.faults.keys()) {
        fieldOf(field)->input()->setFocus(Qt::OtherFocusReason);
        if (auto *edit = qobject_cast<QLineEdit *>(fieldOf(field)->input()))
            edit->selectAll();
        return;
    }
    first->setFocus(Qt::OtherFocusReason);
}

void SetUpPanel::submit()
{
    m_presenter.setUp({.code = m_code->text(),
                       .shopName = m_shopName->text(),
                       .currency = m_currency->currentText(),
                       .ownerName = m_ownerName->text(),
                       .email = m_email->text(),
                       .password = m_password->text()});
}

void SetUpPanel::render(const SignInState &state)
{
    const SignInState before = std::exchange(m_shown, state);
    if (state.mode != SignInState::Mode::SetUp) {
        m_password->forget();
        return;
    }
    m_codeField->setVisible(state.asksSetUpCode);
    for (const SetUpField field :
         {SetUpField::Code, SetUpField::ShopName, SetUpField::Currency, SetUpField::OwnerName,
          SetUpField::Email, SetUpField::Password}) {
        fieldOf(field)->showFault(state.faults.value(field));
        fieldOf(field)->setEnabled(!state.isBusy);
    }
    SignInText::showNotice(*m_notice, state);
    m_open->setEnabled(!state.isBusy && state.waitSeconds == 0);
    m_open->show(state.isBusy ? tr("Opening the shop …") : tr("Open the shop"),
                 state.isBusy ? QString() : tr("Enter"), {});
    m_toPassword->setEnabled(!state.isBusy);
    const bool isNewlyWrong = !state.faults.isEmpty() && state.faults != before.faults;
    if (isNewlyWrong || (before.isBusy && !state.isBusy))
        takeFocus();
}

void SetUpPanel::retranslate()
{
    title()->setText(tr("Welcome"));
    subtitle()->setText(tr("This shop is new. Give it a name and make yourself its owner; all of "
                           "it can be changed later, but not the currency once something has a "
                           "price."));
    m_codeField->setLabel(tr("Set-up code"));
    m_code->setPlaceholderText(tr("As the server printed it when it started"));
    m_shopNameField->setLabel(tr("Name of the shop"));
    m_currencyField->setLabel(tr("Currency"));
    m_ownerNameField->setLabel(tr("Your name"));
    m_emailField->setLabel(tr("Your e-mail"));
    m_passwordField->setLabel(tr("A password"));
    m_password->setPlaceholderText(tr("8 characters or more"));
    m_toPassword->setText(tr("I have an account here already"));
    render(m_shown);
}

} // namespace tp::ui
