// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/signin.h"

#include "backend/contract/peoplefields.h"

namespace tp::contract {
namespace {

constexpr Text DeviceText{0, 100, Text::Kind::Line};
constexpr char DeviceMeans[] = "What the list of sessions calls this device";

} // namespace

const Object<Registration> &Registration::object()
{
    static const auto object =
        Object<Registration>(Use::Request, "Registration", "An account to make")
            .required("email", &Registration::email, EmailText, "Case does not matter")
            .required("password", &Registration::password, NewPasswordText, NewPasswordMeans)
            .optional("full_name", &Registration::fullName, FullNameText, FullNameMeans)
            .optional("device", &Registration::device, DeviceText, DeviceMeans);
    return object;
}

const Object<Login> &Login::object()
{
    static const auto object =
        Object<Login>(Use::Request, "Login", "A sign-in with a password")
            .required("email", &Login::email, Text{0, 1024, Text::Kind::Any},
                      "Case does not matter")
            .required("password", &Login::password, PasswordText, "The password")
            .optional("totp", &Login::totp, CodeText,
                      "A code of the second factor, or a recovery code")
            .optional("device", &Login::device, DeviceText, DeviceMeans);
    return object;
}

const Object<PinSignIn> &PinSignIn::object()
{
    static const auto object =
        Object<PinSignIn>(Use::Request, "PinSignIn", "A sign-in at a till")
            .required("register_id", &PinSignIn::registerId, "The register of that till")
            .required("user_id", &PinSignIn::userId, "Who")
            .required("pin", &PinSignIn::pin, PinText, "4 to 8 digits");
    return object;
}

const Object<TillSignIn> &TillSignIn::object()
{
    static const auto object =
        Object<TillSignIn>(Use::Request, "TillSignIn", "A till that signs in as itself")
            .required("till_id", &TillSignIn::tillId, "As the claim gave it")
            .required("secret", &TillSignIn::secret, SecretText, "As the claim gave it");
    return object;
}

const Object<Refresh> &Refresh::object()
{
    static const auto object = Object<Refresh>(Use::Request, "Refresh", "The next session")
                                   .optional("refresh_token", &Refresh::refreshToken, SecretText,
                                             "Good once; left out where it is in the cookie");
    return object;
}

const Object<PasswordChange> &PasswordChange::object()
{
    static const auto object =
        Object<PasswordChange>(Use::Request, "PasswordChange", "Another password")
            .required("current_password", &PasswordChange::currentPassword, PasswordText,
                      "The one that is in use")
            .required("new_password", &PasswordChange::newPassword, NewPasswordText,
                      NewPasswordMeans);
    return object;
}

const Object<TotpEnrolment> &TotpEnrolment::object()
{
    static const auto object =
        Object<TotpEnrolment>(Use::Answer, "TotpEnrolment", "A second factor to be confirmed")
            .required("secret", &TotpEnrolment::secret, Text::any(), "Base32 (RFC 4648)")
            .required("otpauth_url", &TotpEnrolment::otpauthUrl, Text::any(), "For a QR code");
    return object;
}

const Object<TotpCode> &TotpCode::object()
{
    static const auto object =
        Object<TotpCode>(Use::Request, "TotpCode", "A code of the second factor")
            .required("code", &TotpCode::code, CodeText, "6 digits (RFC 6238)");
    return object;
}

const Object<RecoveryCodes> &RecoveryCodes::object()
{
    static const auto object =
        Object<RecoveryCodes>(Use::Answer, "RecoveryCodes", "For a second factor that is lost")
            .required("recovery_codes", &RecoveryCodes::recoveryCodes, ListOf{Text::any(), 0},
                      "Shown once; each is good once in the place of a code");
    return object;
}

const Object<NewShop> &NewShop::object()
{
    static const auto object =
        Object<NewShop>(Use::Request, "NewShop", "The shop")
            .optional("name", &NewShop::name, Text{0, 200, Text::Kind::Line}, "As receipts call it")
            .optional("currency", &NewShop::currency, Text{3, 3, Text::Kind::Code}, "ISO 4217")
            .optional("address", &NewShop::address, Text{0, 1000, Text::Kind::Lines},
                      "As receipts show it")
            .optional("tax_id", &NewShop::taxId, Text{0, 50, Text::Kind::Line},
                      "As receipts show it");
    return object;
}

const Object<Setup> &Setup::object()
{
    static const auto object =
        Object<Setup>(Use::Request, "Setup", "The first admin and the shop")
            .required("code", &Setup::code, CodeText, "As serve printed it on standard error")
            .required("email", &Setup::email, EmailText, "Of the first admin")
            .required("password", &Setup::password, NewPasswordText, NewPasswordMeans)
            .optional("full_name", &Setup::fullName, FullNameText, FullNameMeans)
            .optional("shop", &Setup::shop, "What the shop is called and sells in")
            .optional("device", &Setup::device, DeviceText, DeviceMeans);
    return object;
}

const Object<IdentityIssuer> &IdentityIssuer::object()
{
    static const auto object =
        Object<IdentityIssuer>(Use::Answer, "IdentityIssuer", "Where one may sign in too")
            .required("issuer", &IdentityIssuer::issuer, Text::any(),
                      "Its discovery is at /.well-known/openid-configuration below it")
            .required("client_id", &IdentityIssuer::clientId, Text::any(),
                      "Of public clients; empty: there is none")
            .required("audience", &IdentityIssuer::audience, Text::any(),
                      "What its tokens must be made for")
            .required("name", &IdentityIssuer::name, Text::any(), "For a button");
    return object;
}

const Object<IdentityIssuers> &IdentityIssuers::object()
{
    static const auto object =
        Object<IdentityIssuers>(Use::Answer, "IdentityIssuers", "Where one may sign in too")
            .required("items", &IdentityIssuers::items, ListOf{Nested<IdentityIssuer>{}, 0},
                      "As they are configured");
    return object;
}

} // namespace tp::contract
