// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/laterreplies.h"
#include "ui/presentation/tillport.h"

namespace tp::test {

inline RegisterId registerId(int number)
{
    return RegisterId(*Uuid::parse(
        QStringLiteral("01900000-0000-7000-8000-000a%1").arg(number, 8, 16, QLatin1Char('0'))));
}

inline ui::StaffMember staffOf(const ui::SignedInUser &user)
{
    return {user.id, user.name, user.roles, true, false};
}

/// A shop with one register, which this computer may be.
class FakeTill final : public ui::TillPort
{
public:
    LaterReplies replies;
    std::optional<ui::TillIdentity> till;
    Result<QList<ui::ShopRegister>> registers =
        QList<ui::ShopRegister>{{registerId(1), QStringLiteral("T1"), false}};
    ui::KeptIn keepsIn = ui::KeptIn::Keychain;
    std::optional<Error> claimTrouble;
    Result<QList<ui::StaffMember>> staff = QList<ui::StaffMember>();
    int claims = 0;
    int staffLoads = 0;
    int registerLoads = 0;
    int forgets = 0;

    /// As if an earlier run had claimed T1.
    void beTill(const QList<ui::StaffMember> &members, ui::KeptIn place = ui::KeptIn::Keychain)
    {
        till = ui::TillIdentity{registerId(1), QStringLiteral("T1"), place};
        staff = members;
    }

    void load(QObject *context, KnownReply reply) override
    {
        replies.say(context, [this, reply = std::move(reply)] { reply(till); });
    }
    void loadRegisters(QObject *context, RegistersReply reply) override
    {
        ++registerLoads;
        replies.say(context, [this, reply = std::move(reply)] { reply(registers); });
    }
    void claim(RegisterId place, QObject *context, ClaimReply reply) override
    {
        ++claims;
        replies.say(context, [this, place, reply = std::move(reply)] {
            if (claimTrouble) {
                reply(*claimTrouble);
                return;
            }
            till = ui::TillIdentity{place, QStringLiteral("T1"), keepsIn};
            reply(*till);
        });
    }
    void loadStaff(QObject *context, StaffReply reply) override
    {
        ++staffLoads;
        replies.say(context, [this, reply = std::move(reply)] { reply(staff); });
    }
    void forget() override
    {
        ++forgets;
        till.reset();
    }
};

} // namespace tp::test
