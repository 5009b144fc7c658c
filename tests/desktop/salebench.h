// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/desktop/testshop.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakedesk.h"
#include "tests/support/fakesales.h"
#include "tests/support/fakesession.h"
#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/sessionpresenter.h"

namespace tp::test {

/// A till with a cashier, as far as a sale needs it: presenters without a window.
struct SaleBench
{
    FakeClock clock;
    FakeDesk desk;
    FakeSession sessions;
    FakeSales sales;
    ui::SessionPresenter session{sessions, desk, clock};
    ui::ConnectionPresenter connection{ui::ConnectionPresenter::Backend::Elsewhere, false, {}};
    ui::ShopText text{QLocale(QStringLiteral("en_US"))};
    ui::CartPresenter cart{{sales, session, connection, clock}, text};
    ui::PayPresenter pay{{cart, sales, session, clock}, text};

    ui::ProductRef coffee = sold(1, QStringLiteral("Flat white"), 420);
    ui::ProductRef bread = sold(2, QStringLiteral("Bread"), 350);
    ui::ProductRef apples = weighed(3, QStringLiteral("Apples"), 1299);

    void open() { session.begin(maya()); }

    static ui::ProductRef sold(int number, const QString &name, qint64 cents)
    {
        ui::ShopProduct one = product(number, name);
        one.price = dollars(cents);
        return std::make_shared<const ui::ShopProduct>(one);
    }
    static ui::ProductRef weighed(int number, const QString &name, qint64 cents)
    {
        ui::ShopProduct one = *sold(number, name, cents);
        one.unit = ui::Unit::Kilogram;
        return std::make_shared<const ui::ShopProduct>(one);
    }

    QStringList details() const
    {
        QStringList details;
        for (const ui::CartRow &row : cart.state().rows)
            details.append(row.name + QStringLiteral(": ") + plain(row.detail));
        return details;
    }

    /// Without the marks that keep its direction.
    static QString plain(QString text)
    {
        return text.remove(QChar(0x2066)).remove(QChar(0x2069)).replace(QChar::Nbsp, u' ');
    }
};

} // namespace tp::test
