// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/fakedesk.h"
#include "tests/support/fakesession.h"
#include "tests/support/faketill.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/keepingpresenter.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/signinpresenter.h"
#include "ui/presentation/tillpresenter.h"

namespace tp::test {

/// The presenters of signing in with fakes at their ports.
class SignInBench
{
public:
    using Shop = ui::TillPresenter::Shop;
    using Backend = ui::ConnectionPresenter::Backend;

    explicit SignInBench(Shop shop = Shop::Real, Backend backend = Backend::Bundled)
        : connection(backend, shop == Shop::Demo, QStringLiteral("https://shop.example"))
        , session(sessions, desk, clock)
        , till(tills, session, shop)
        , keeping(session, till, desk)
        , signIn({sessions, tills, desk, connection, session, till, clock},
                 shop == Shop::Demo ? demoStaff() : QList<ui::DemoPerson>())
    {}

    static QList<ui::DemoPerson> demoStaff()
    {
        return {{maya().name, maya().email, Role::Cashier, QStringLiteral("demo-maya-sells"),
                 QStringLiteral("2580")},
                {boss().name, boss().email, Role::Manager, QStringLiteral("demo-noor-manages"),
                 QStringLiteral("1470")}};
    }

    const ui::SignInState &state() const { return signIn.state(); }

    void typePin(const QString &digits)
    {
        for (const QChar digit : digits)
            signIn.typeDigit(digit.digitValue());
    }

    FakeClock clock;
    FakeDesk desk;
    FakeSession sessions;
    FakeTill tills;
    ui::ConnectionPresenter connection;
    ui::SessionPresenter session;
    ui::TillPresenter till;
    ui::KeepingPresenter keeping;
    ui::SignInPresenter signIn;
};

} // namespace tp::test
