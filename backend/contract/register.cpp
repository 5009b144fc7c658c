// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/contract/register.h"

#include "backend/contract/commonfields.h"
#include "backend/contract/peoplefields.h"

namespace tp::contract {
namespace {

constexpr Text RegisterNameText{1, 100, Text::Kind::Line};
constexpr char CodeMeans[] =
    "1 to 8 capital letters and digits; begins the numbers of its receipts, and stands";
constexpr char RegisterNameMeans[] = "What people call it";

} // namespace

const Object<Register> &Register::object()
{
    static const auto object =
        Object<Register>(Use::Answer, "Register", "A place where one sells")
            .required("id", &Register::id, "Its id; no secret")
            .asReadOnly()
            .required("code", &Register::code, Text::any(), CodeMeans)
            .asReadOnly()
            .required("name", &Register::name, Text::any(), RegisterNameMeans)
            .required("claimed", &Register::claimed, "Whether a till is it")
            .asReadOnly()
            .required("version", &Register::version, versionRule(), VersionMeans)
            .asReadOnly()
            .required("created_at", &Register::createdAt, "When it was created")
            .asReadOnly()
            .required("updated_at", &Register::updatedAt, "When it was changed last")
            .asReadOnly();
    return object;
}

const Object<NewRegister> &NewRegister::object()
{
    static const auto object =
        Object<NewRegister>(Use::Request, "NewRegister", "A register to create")
            .optional("id", &NewRegister::id, ChosenIdMeans)
            .required("code", &NewRegister::code, Text{1, 8, Text::Kind::Code}, CodeMeans)
            .optional("name", &NewRegister::name, RegisterNameText, RegisterNameMeans);
    return object;
}

const Object<ChangeRegister> &ChangeRegister::object()
{
    using Change = ChangeRegister;
    static const auto object =
        Object<Change>(Use::Request, "ChangeRegister", "What of a register is to change")
            .readOnly("id", &Change::readOnly, UnchangedMeans)
            .readOnly("code", &Change::readOnly, UnchangedMeans)
            .optional("name", &Change::name, RegisterNameText, RegisterNameMeans)
            .readOnly("claimed", &Change::readOnly, UnchangedMeans)
            .readOnly("version", &Change::readOnly, UnchangedMeans)
            .readOnly("created_at", &Change::readOnly, UnchangedMeans)
            .readOnly("updated_at", &Change::readOnly, UnchangedMeans);
    return object;
}

const Object<TillClaim> &TillClaim::object()
{
    static const auto object =
        Object<TillClaim>(Use::Answer, "TillClaim", "A till that has become a register")
            .required("till_id", &TillClaim::tillId, "The till's own id")
            .required("register_id", &TillClaim::registerId, "The register that it is now")
            .required("code", &TillClaim::code, Text::any(), "The register's code")
            .required("secret", &TillClaim::secret, Text::any(),
                      "Shown this once: X-Till-Secret, to be kept in the keychain")
            .required("series", &TillClaim::series, Text::any(), "Begins the till's own numbers")
            .required("next_number", &TillClaim::nextNumber, Integer{1, VersionMax},
                      "The first number that it may give");
    return object;
}

const Object<StaffTile> &StaffTile::object()
{
    static const auto object =
        Object<StaffTile>(Use::Answer, "StaffTile", "Somebody who may sign in at this till")
            .required("id", &StaffTile::id, "The user's id")
            .required("full_name", &StaffTile::fullName, Text::any(), FullNameMeans)
            .required("roles", &StaffTile::roles, ListOf{OneOf<Role>{}, 0}, RolesMeans)
            .required("has_pin", &StaffTile::hasPin, "Whether there is a PIN to sign in with")
            .required("pin_locked", &StaffTile::pinLocked, "After ten wrong tries");
    return object;
}

} // namespace tp::contract
