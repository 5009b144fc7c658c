// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/presentation/refusaltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tp::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ShownCodeMax = 24;

struct RefusalWords
{
    Q_DECLARE_TR_FUNCTIONS(tp::ui::Refusal)

public:
    static Notice of(const Error &error);
    static Notice keeping(const Error &error);
    static Notice rules();
    static Notice barcode(const QString &code);
};

bool isAbout(const Error &error, QLatin1StringView member)
{
    return std::any_of(error.fields.begin(), error.fields.end(), [member](const FieldError &field) {
        return field.pointer.endsWith(member);
    });
}

Notice RefusalWords::of(const Error &error)
{
    if (error.code == ErrorCode::UnknownReference)
        return {tr("This product has no tax rate"), tr("Its tax class is not among the shop's."),
                tr("Ask a manager to look at the taxes.")};
    if (isAbout(error, "discount"_L1))
        return {tr("The discount is more than there is to pay"), {}, tr("Enter a smaller one.")};
    if (isAbout(error, "unit_price"_L1))
        return {tr("The price is in another currency"), {}, tr("Ask a manager to correct it.")};
    if (error.code == ErrorCode::InvalidValue)
        return {tr("This is sold by the piece"), {}, tr("Enter a whole number.")};
    if (error.code == ErrorCode::InvalidText)
        return {tr("This is not a number"), {}, tr("Enter digits only.")};
    return {tr("That is too much for one line"), {}, tr("Enter a smaller number.")};
}

Notice RefusalWords::keeping(const Error &error)
{
    const QString next = tr("Nothing is lost: the sale is as it was. Try again, or call a "
                            "manager before you take the money.");
    QString why = tr("It could not be written to this computer's disk, which may be full.");
    if (error.code == ErrorCode::Conflict)
        why = tr("This computer is no till, or waits for a manager to sign in once.");
    if (error.code == ErrorCode::Unavailable)
        why = tr("This till cannot keep sales right now.");
    return {tr("The sale is not finished"), why, next};
}

Notice RefusalWords::rules()
{
    return {tr("The shop's taxes are not known yet"),
            tr("They come from the server the first time."),
            tr("Go on scanning; it is asked again by itself.")};
}

Notice RefusalWords::barcode(const QString &code)
{
    const QString shown = code.size() <= ShownCodeMax ? code : code.left(ShownCodeMax - 1) + u'…';
    return {tr("%1 is not in the catalogue").arg(shown), {}, tr("Nothing was added.")};
}

} // namespace

Notice refusalOf(const Error &error)
{
    return RefusalWords::of(error);
}

Notice notKept(const Error &error)
{
    return RefusalWords::keeping(error);
}

Notice rulesMissing()
{
    return RefusalWords::rules();
}

Notice unknownBarcode(const QString &code)
{
    return RefusalWords::barcode(code);
}

} // namespace tp::ui
