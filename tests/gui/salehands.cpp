// SPDX-FileCopyrightText: 2026 The Tradepost developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/salehands.h"

#include "ui/widgets/productgrid.h"

#include <QTest>

namespace tp::test {

void SaleHands::openShop()
{
    m_shop = std::make_unique<GuiShop>(cornerShop());
    m_shop->open();
}

void SaleHands::click(const char *name)
{
    m_shop->clock.advance(300);
    QTest::mouseClick(child(name), Qt::LeftButton);
}

void SaleHands::press(int key, Qt::KeyboardModifiers modifiers, int afterMs)
{
    m_shop->clock.advance(afterMs);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
}

void SaleHands::typeSlowly(const QString &text)
{
    for (const QChar each : text) {
        m_shop->clock.advance(150);
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
    }
}

void SaleHands::scan(const QString &code)
{
    for (const QChar each : code) {
        m_shop->clock.advance(5);
        QTest::keyClick(QApplication::focusWidget(), each.toLatin1());
    }
    press(Qt::Key_Return, {}, 5);
}

void SaleHands::tapTile(int row)
{
    auto *grid = child<ui::ProductGrid>("productGrid");
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {},
                      grid->visualRect(grid->model()->index(row, 0)).center());
}

QString SaleHands::barcode(int row) const
{
    return m_shop->catalogue.products.at(row).barcodes.first();
}

} // namespace tp::test
