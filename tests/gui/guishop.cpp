// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/guishop.h"

#include <QTest>

#include <array>

using namespace Qt::StringLiterals;

namespace tp::test {

namespace {

Uuid idOf(int kind, int number)
{
    const QString text = u"01900000-0000-7000-8000-%1%2"_s.arg(kind, 4, 16, QLatin1Char('0'))
                             .arg(number, 8, 16, QLatin1Char('0'));
    return *Uuid::parse(text);
}

ui::ShopText americanText()
{
    return ui::ShopText(QLocale(QLocale::English, QLocale::UnitedStates));
}

CategoryId shelfId(int place)
{
    return CategoryId(idOf(1, place));
}

ui::ShopProduct product(int number, const QString &name, const QString &icon, int shelf,
                        qint64 cents)
{
    ui::ShopProduct result{.id = ProductId(idOf(2, number)),
                           .sku = u"SKU-%1"_s.arg(number, 4, 10, QLatin1Char('0')),
                           .name = name,
                           .price = Money::fromMinor(cents, *Currency::fromCode(u"USD")).value(),
                           .categoryId = shelfId(shelf),
                           .barcodes = {u"40%1"_s.arg(10'000'000'000 + number * 7919LL)},
                           .icon = icon,
                           .imageUrl = {},
                           .available = {},
                           .lowStock = {},
                           .whenShort = ui::WhenShort::Refuse};
    result.available = Quantity::fromThousandths(40'000).value();
    return result;
}

struct Row
{
    const char *name;
    const char *icon;
    int shelf;
    qint64 cents;
    int left; ///< -1: more than enough.
};

// clang-format off
constexpr std::array Rows{
    Row{"Flat white", "coffee", 0, 420, -1},
    Row{"Espresso", "coffee", 0, 290, -1},
    Row{"Cappuccino", "coffee", 0, 410, -1},
    Row{"Oat latte", "coffee", 0, 480, -1},
    Row{"Butter croissant", "croissant", 1, 350, -1},
    Row{"Pain au chocolat", "croissant", 1, 390, 3},
    Row{"Sourdough loaf", "bread", 1, 720, -1},
    Row{"Cinnamon roll", "cookie", 1, 440, 0},
    Row{"Sparkling water 0.5\u00a0l", "bottle", 5, 260, -1},
    Row{"Orange juice", "glass", 5, 430, -1},
    Row{"Iced tea peach", "coldcup", 5, 340, -1},
    Row{"Kombucha ginger", "bottle", 5, 510, -1},
    Row{"Tomato soup of the day", "soup", 2, 690, -1},
    Row{"Chicken sandwich", "sandwich", 2, 890, -1},
    Row{"Garden salad", "salad", 2, 950, 5},
    Row{"Margherita slice", "pizza", 2, 520, -1},
    Row{"Chocolate cake slice", "cake", 3, 580, -1},
    Row{"Vanilla ice cream", "icecream", 3, 390, -1},
    Row{"Glazed doughnut", "doughnut", 3, 280, -1},
    Row{"Sour candy mix 100\u00a0g", "candy", 3, 330, -1},
    Row{"House blend beans 250\u00a0g", "box", 4, 1250, -1},
    Row{"Ceramic mug", "coffee", 4, 1800, 4},
    Row{"Gift card", "gift", 4, 2500, -1},
    Row{"A very long name for a tote bag of unbleached cotton", "shirt", 4, 1500, -1},
};
// clang-format on

} // namespace

QList<ui::ShopCategory> cornerShelves()
{
    const QStringList names{u"Coffee"_s, u"Bakery"_s, u"Food"_s,
                            u"Sweets"_s, u"Retail"_s, u"Cold drinks"_s};
    QList<ui::ShopCategory> shelves;
    for (int place = 0; place < names.size(); ++place)
        shelves.append({shelfId(place), names.at(place), {}, place});
    return shelves;
}

QList<ui::ShopProduct> cornerShop()
{
    QList<ui::ShopProduct> products;
    for (const Row &row : Rows) {
        ui::ShopProduct next = product(int(products.size()), QString::fromUtf8(row.name),
                                       QString::fromUtf8(row.icon), row.shelf, row.cents);
        if (row.left >= 0) {
            next.available = Quantity::fromThousandths(row.left * 1000LL).value();
            next.lowStock = Quantity::fromThousandths(5'000).value();
        }
        products.append(next);
    }
    return products;
}

ui::ShopProduct looseTea()
{
    ui::ShopProduct tea = product(900, u"Loose tea"_s, u"tea"_s, 4, 3800);
    tea.unit = ui::Unit::Kilogram;
    return tea;
}

QList<ui::ShopProduct> largeShop(int count)
{
    QList<ui::ShopProduct> products;
    for (int number = 0; number < count; ++number)
        products.append(product(number, u"Product %1"_s.arg(number), {}, number % 6, 100 + number));
    return products;
}

QList<ui::DemoPerson> demoPeople()
{
    return {{u"Olivia Brandt"_s, u"owner@demo.tradepost.example"_s, Role::Admin,
             u"demo-owner-keeps-shop"_s, u"2580"_s},
            {u"Marco Lind"_s, u"manager@demo.tradepost.example"_s, Role::Manager,
             u"demo-manager-orders"_s, u"1470"_s},
            {u"Chloe Adeyemi"_s, u"cashier@demo.tradepost.example"_s, Role::Cashier,
             u"demo-cashier-sells"_s, u"3690"_s}};
}

QList<ui::StaffMember> colleagues()
{
    const QStringList names{u"Noor Haddad"_s, u"Jonas Weber"_s, u"Ines Alvarado-Castellanos"_s,
                            u"Tom"_s};
    QList<ui::StaffMember> staff{staffOf(maya())};
    for (int place = 0; place < names.size(); ++place) {
        ui::StaffMember member = staffOf(
            somebody(names.at(place), place == 0 ? Role::Manager : Role::Cashier, {}, place + 2));
        member.hasPin = place != 2;
        member.isPinLocked = place == 1;
        staff.append(member);
    }
    return staff;
}

GuiShop::GuiShop(QList<ui::ShopProduct> products, bool isDemoShop, Who who)
    : theme(*qApp)
    , connection(ui::ConnectionPresenter::Backend::Bundled, isDemoShop, {})
    , sell(catalogue, connection, americanText())
    , session(sessions, desk, clock)
    , till(tills, session,
           isDemoShop ? ui::TillPresenter::Shop::Demo : ui::TillPresenter::Shop::Real)
    , keeping(session, till, desk)
    , waiting(sales, 1)
    , signIn({sessions, tills, desk, connection, session, till, clock},
             isDemoShop ? demoPeople() : QList<ui::DemoPerson>())
    , cart({sales, session, connection, clock}, americanText())
    , pay({cart, sales, session, clock}, americanText())
    , window(std::make_unique<ui::MainWindow>(theme,
                                              ui::MainWindow::Presenters{sell, cart, pay,
                                                                         connection, session, till,
                                                                         keeping, waiting, signIn},
                                              clock))
{
    if (who == Who::SignedIn)
        session.begin(maya());
    theme.setAppearance(ui::Appearance::Light);
    catalogue.categories = products.isEmpty() ? QList<ui::ShopCategory>() : cornerShelves();
    catalogue.products = std::move(products);
}

void GuiShop::tap(const QStringList &names)
{
    for (const QString &name : names) {
        const ui::ProductGridModel &tiles = *sell.products();
        const auto found = tiles.match(tiles.index(0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
        QVERIFY2(!found.isEmpty(), qPrintable(name));
        sell.activateProduct(found.first().data(ui::ProductGridModel::ProductIdRole).toString());
    }
}

void GuiShop::settle()
{
    // A new child is shown and laid out by events that wait for each other.
    for (int round = 0; round < 3; ++round)
        QCoreApplication::sendPostedEvents();
}

void GuiShop::open(QSize size, Server server)
{
    window->resize(size);
    window->show();
    window->activateWindow(); // A bare X server has no window manager to do it.
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    if (server == Server::NotYet)
        return;
    connection.backendReady();
    QTRY_VERIFY(sell.state().phase != ui::SellState::Phase::Loading || catalogue.holdsAnswers);
    if (session.state().isSignedIn())
        QTRY_VERIFY(!sales.replies.isHeld && !cart.state().total.isEmpty());
    QTRY_VERIFY(session.state().isSignedIn() ||
                signIn.state().mode != ui::SignInState::Mode::Waiting);
    settle();
}

} // namespace tp::test
