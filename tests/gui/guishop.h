// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/gui/fakecatalogue.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakedesk.h"
#include "tests/support/fakesales.h"
#include "tests/support/fakesession.h"
#include "tests/support/faketill.h"
#include "ui/presentation/cartpresenter.h"
#include "ui/presentation/connectionpresenter.h"
#include "ui/presentation/keepingpresenter.h"
#include "ui/presentation/paypresenter.h"
#include "ui/presentation/sellpresenter.h"
#include "ui/presentation/sessionpresenter.h"
#include "ui/presentation/signinpresenter.h"
#include "ui/presentation/tillpresenter.h"
#include "ui/presentation/waitingpresenter.h"
#include "ui/screens/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>

#include <memory>

namespace tp::test {

/// The whole desktop but for its edges: real window, real presenters, a shop in memory. Texts are
/// those of the United States, whatever the machine's locale.
class GuiShop
{
public:
    enum class Server { Reachable, NotYet };
    enum class Who { SignedIn, Nobody };

    /// `who`: Maya, a cashier, or nobody yet.
    explicit GuiShop(QList<ui::ShopProduct> products, bool isDemoShop = false,
                     Who who = Who::SignedIn);

    /// Shows the window and, when the server is reachable, waits for what it says.
    void open(QSize size = {1366, 768}, Server server = Server::Reachable);

    /// Puts products into the cart by their names, as taps on their tiles would.
    void tap(const QStringList &names);

    /// Lets what was posted arrive: new children shown, layouts done.
    void settle();

    template <typename T>
    T *child(const char *name) const
    {
        return window->findChild<T *>(QString::fromLatin1(name));
    }

    FakeClock clock;
    FakeCatalogue catalogue;
    FakeSession sessions;
    FakeTill tills;
    FakeDesk desk;
    FakeSales sales;
    ui::Theme theme;
    ui::ConnectionPresenter connection;
    ui::SellPresenter sell;
    ui::SessionPresenter session;
    ui::TillPresenter till;
    ui::KeepingPresenter keeping;
    ui::WaitingPresenter waiting;
    ui::SignInPresenter signIn;
    ui::CartPresenter cart;
    ui::PayPresenter pay;
    std::unique_ptr<ui::MainWindow> window;
};

/// Those of the demo shop, more or less.
QList<ui::DemoPerson> demoPeople();

/// As many colleagues as a larger shop has: with and without PINs, one of them locked.
QList<ui::StaffMember> colleagues();

/// 24 products on 6 shelves: some low, one sold out, one with a long name.
QList<ui::ShopProduct> cornerShop();
QList<ui::ShopCategory> cornerShelves();

/// Sold by the kilogram, at $38.00.
ui::ShopProduct looseTea();

/// As many products as wanted, all alike but for their number.
QList<ui::ShopProduct> largeShop(int count);

} // namespace tp::test
