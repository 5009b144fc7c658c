// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/setupform.h"

#include "ui/presentation/signinwords.h"

namespace tp::ui {

namespace {

constexpr qsizetype NameLengthMax = 200;
constexpr qsizetype PasswordLengthMin = 8;
constexpr qsizetype PasswordLengthMax = 256;

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= NameLengthMax;
}

/// Whether it is worth asking the server, which knows better.
bool looksLikeEmail(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && at < text.size() - 1 && !text.contains(u' ');
}

std::optional<SetUpField> fieldAt(const QString &pointer)
{
    struct Row
    {
        const char16_t *pointer;
        SetUpField field;
    };
    // clang-format off
    static constexpr Row rows[] = {
        {u"/code",          SetUpField::Code},
        {u"/shop/name",     SetUpField::ShopName},
        {u"/shop/currency", SetUpField::Currency},
        {u"/full_name",     SetUpField::OwnerName},
        {u"/email",         SetUpField::Email},
        {u"/password",      SetUpField::Password},
    };
    // clang-format on
    for (const Row &row : rows) {
        if (pointer == QStringView(row.pointer))
            return row.field;
    }
    return std::nullopt;
}

} // namespace

std::optional<ShopSetUp> SetUpForm::check(const ShopSetUp &entered)
{
    ShopSetUp shop = entered;
    shop.code = m_code.isEmpty() ? entered.code.trimmed() : m_code;
    shop.shopName = entered.shopName.simplified();
    shop.ownerName = entered.ownerName.simplified();
    shop.email = entered.email.trimmed();

    m_faults.clear();
    const auto need = [this](bool isFine, SetUpField field) {
        if (!isFine)
            m_faults.insert(field, ErrorCode::Required);
    };
    need(!shop.code.isEmpty(), SetUpField::Code);
    need(isName(shop.shopName), SetUpField::ShopName);
    need(isName(shop.ownerName), SetUpField::OwnerName);
    need(looksLikeEmail(shop.email), SetUpField::Email);
    need(shop.password.size() >= PasswordLengthMin && shop.password.size() <= PasswordLengthMax,
         SetUpField::Password);
    return m_faults.isEmpty() ? std::optional(shop) : std::nullopt;
}

void SetUpForm::take(const Error &error)
{
    for (const FieldError &fault : error.fields) {
        if (const auto field = fieldAt(fault.pointer))
            m_faults.insert(*field, fault.code);
    }
    if (error.code == ErrorCode::WeakPassword)
        m_faults.insert(SetUpField::Password, error.code);
    if (error.code == ErrorCode::CurrencyMismatch)
        m_faults.insert(SetUpField::Currency, error.code);
    if (error.code == ErrorCode::SetupCodeWrong)
        m_faults.insert(SetUpField::Code, error.code);
}

QMap<SetUpField, QString> SetUpForm::faults() const
{
    QMap<SetUpField, QString> texts;
    for (auto code = m_faults.cbegin(); code != m_faults.cend(); ++code)
        texts.insert(code.key(), SignInWords::fault(code.key(), code.value()));
    return texts;
}

} // namespace tp::ui
